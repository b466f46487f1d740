// One entity, read by its global id and again on demand.
import { graphql } from "react-relay";

export const heading = graphql`
  fragment EntityPage_heading on Entity @refetchable(queryName: "EntityPageRefreshQuery") {
    ...EntityName_entity
    degree
    mentions
  }
`;

export const page = graphql`
  query EntityPageQuery($id: ID!) {
    node(id: $id) {
      ...EntityPage_heading @alias(as: "heading")
      ...FactList_entity @alias(as: "facts")
    }
  }
`;
