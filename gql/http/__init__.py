"""The same answers over HTTP.

guard      who may ask: host names, keys, origins; and the headers of every answer
body       the body of a request, if it is not too large
request    what an HTTP request asks of GraphQL
endpoint   /graphql
pages      the explorer, GraphiQL and their assets
status     /health and /ready
failure    failures in the shape of `gql.problems`
"""
