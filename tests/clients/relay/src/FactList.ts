// A list that grows: a connection, with a fragment for each row.
import { graphql } from "react-relay";

export const row = graphql`
  fragment FactList_row on Fact {
    id
    predicate
    modalities
    belief
    subject {
      ...EntityName_entity
    }
    object {
      ...EntityName_entity
    }
    evidence(first: 3) {
      edges {
        node {
          id
          quote
          start
          end
          document {
            title
          }
        }
      }
    }
  }
`;

export const list = graphql`
  fragment FactList_entity on Entity
  @argumentDefinitions(count: { type: "Int", defaultValue: 20 }, cursor: { type: "String" })
  @refetchable(queryName: "FactListNextPageQuery") {
    facts(first: $count, after: $cursor) @connection(key: "FactList_facts") {
      totalCount
      edges {
        node {
          ...FactList_row
        }
      }
    }
  }
`;
