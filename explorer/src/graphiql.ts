/** GraphiQL over the service's own endpoint: a page of its own, apart from the explorer's bundle. */

import "graphiql/style.css";
import "./styles/graphiql.css";
import { GraphiQL } from "graphiql";
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import { fetchWithKey } from "./api/key";

const START = `# Queries of the graph. Ctrl-Space completes, Ctrl-Enter runs.
{
  search(text: "NATO", first: 3) {
    nodes {
      id
      label
      types
      facts(first: 3, modalities: [asserted]) {
        totalCount
        nodes {
          subject { label }
          predicate
          object { label }
          evidence(first: 1) { nodes { quote document { name } } }
        }
      }
    }
  }
}
`;

async function fetcher(asked: object): Promise<object> {
  const response = await fetchWithKey(new URL("graphql", document.baseURI), () => ({
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "application/graphql-response+json, application/json",
    },
    body: JSON.stringify(asked),
  }));
  return (await response.json()) as object;
}

const root = document.getElementById("graphiql");
if (root) createRoot(root).render(createElement(GraphiQL, { fetcher, defaultQuery: START }));
