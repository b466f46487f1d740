// The made-up graph served by @neo4j/graphql and Apollo Server: the peer in benchmarks/graphql.
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { Neo4jGraphQL } from "@neo4j/graphql";
import neo4j from "neo4j-driver";

const fields = "id: ID! label: String! origin: String! degree: Int! mentions: Int!";
const typeDefs = `
  type Entity @node(labels: ["Entity"]) { ${fields} }
  type State @node(labels: ["State"]) {
    ${fields}
    supports: [State!]! @relationship(type: "SUPPORTS", direction: OUT)
  }
`;

const { NEO4J_URI, NEO4J_USERNAME, NEO4J_PASSWORD, PORT } = process.env;
const driver = neo4j.driver(NEO4J_URI, neo4j.auth.basic(NEO4J_USERNAME, NEO4J_PASSWORD));
const schema = await new Neo4jGraphQL({ typeDefs, driver }).getSchema();
const server = new ApolloServer({ schema });
const { url } = await startStandaloneServer(server, {
  context: async () => ({ sessionConfig: { database: "neo4j" } }),
  listen: { host: "127.0.0.1", port: Number(PORT) },
});
console.log(`ready ${url}`);
