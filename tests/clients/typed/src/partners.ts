// Who is called a partner of argv[3] in the service at argv[2], in whose words: a line of JSON each.
import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { print } from "graphql";
import { graphql } from "../generated/gql.js";

const PARTNERS = graphql(`
  query Partners($name: String!, $after: String) {
    search(text: $name, first: 1) {
      nodes {
        facts(
          predicates: ["partnerOf"]
          modalities: [asserted, planned, possible, negated]
          first: 2
          after: $after
        ) {
          pageInfo {
            hasNextPage
            endCursor
          }
          nodes {
            modalities
            subject {
              label
            }
            object {
              label
            }
            evidence(first: 1) {
              nodes {
                quote
                document {
                  title
                  date
                }
              }
            }
          }
        }
      }
    }
  }
`);

async function ask<Data, Variables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  const response = await fetch(`${process.argv[2]}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/graphql-response+json" },
    body: JSON.stringify({ query: print(document), variables }),
  });
  const answer = (await response.json()) as { data?: Data; errors?: { message: string }[] };
  if (!answer.data || answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data;
}

const name = process.argv[3] ?? "";
let after: string | null | undefined;
for (;;) {
  const [found] = (await ask(PARTNERS, { name, after })).search.nodes;
  for (const { modalities, subject, object, evidence } of found?.facts.nodes ?? []) {
    // The types say that a document may have no date, and that a page may be empty.
    const words = evidence.nodes[0];
    const date: string | undefined = words?.document.date?.slice(0, 4);
    const ends: [string, string] = [subject.label, object.label];
    console.log(JSON.stringify({ ends, modalities, quote: words?.quote, year: date }));
  }
  if (!found?.facts.pageInfo.hasNextPage) break;
  after = found.facts.pageInfo.endCursor;
}
