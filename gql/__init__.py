"""GraphQL and HTTP: what apps and the explorer talk to."""
