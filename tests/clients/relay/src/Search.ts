// Entities to choose from, a page at a time.
import { graphql } from "react-relay";

export const query = graphql`
  query SearchQuery($filter: EntityFilter, $count: Int!, $cursor: String) {
    entities(filter: $filter, first: $count, after: $cursor) @connection(key: "Search_entities") {
      edges {
        node {
          ...EntityName_entity
        }
      }
    }
  }
`;
