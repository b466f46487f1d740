// How an entity is called, wherever it stands.
import { graphql } from "react-relay";

export const name = graphql`
  fragment EntityName_entity on Entity {
    id
    label
    types
  }
`;
