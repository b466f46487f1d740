// Listens to changes of the graph by graphql-ws and by graphql-sse, loads a text, and says what
// each of them was told: one JSON line a client.
import { createClient as overSocket } from "graphql-ws";
import { createClient as overEvents } from "graphql-sse";
import WebSocket from "ws";

const address = process.argv[2];
const query = "subscription { graphChanges { revision loaded } }";
const load = `mutation ($document: TextInput!) { load(document: $document) { document { id } } }`;

async function loaded(name) {
  const document = { name, text: `Japan is a partner of NATO, says ${name}.` };
  const answer = await fetch(`${address}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: load, variables: { document } }),
  });
  return (await answer.json()).data.load.document.id;
}

async function told(name, client) {
  const events = client.iterate({ query });
  await events.next();
  const id = await loaded(`${name}.txt`);
  const { value } = await events.next();
  await events.return();
  await client.dispose();
  console.log(JSON.stringify({ name, loaded: id, told: value.data.graphChanges.loaded }));
}

const url = `${address}/graphql`;
await told("graphql-ws", overSocket({ url: url.replace("http", "ws"), webSocketImpl: WebSocket }));
await told("graphql-sse", overEvents({ url }));
