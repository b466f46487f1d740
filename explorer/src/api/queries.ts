/** Every question that the explorer asks, typed. */

import { ask } from "./service";
import type {
  DocumentBrief,
  DocumentDetail,
  Entity,
  EntityDetail,
  Evidence,
  Fact,
  FactDetail,
  Modality,
  Ontology,
  Page,
  Passage,
  Stats,
  Subgraph,
} from "./shapes";

const ENTITY = "id label types origin degree";
const PAGE = "totalCount pageInfo { hasNextPage endCursor }";
const FACT = `id predicate modalities belief evidenceCount subject { ${ENTITY} } object { ${ENTITY} }`;
const DOCUMENT = "id kind name title publisher date evidenceCount";
const EVIDENCE = `id kind start end quote before after polarity status modality time confidence
  extractor version source context { start end quote } saidBy { ${ENTITY} }
  qualifiers { name label value entity { ${ENTITY} } } document { ${DOCUMENT} }`;
const PASSAGE = `id start end modality context { start end }
  fact { id predicate subject { ${ENTITY} } object { ${ENTITY} } }`;
const EDGE = "key fact predicate subject object modality belief";

const EVERY_MODALITY: Modality[] = ["asserted", "planned", "possible", "negated"];
const CLAIMS: Modality[] = ["asserted", "planned", "possible"];
const DENIALS: Modality[] = ["negated"];

export const FACTS_A_PAGE = 40;
export const EVIDENCE_A_PAGE = 10;
const PASSAGES_A_PAGE = 100;

export async function ontology(): Promise<Ontology> {
  const query = `query Ontology { ontology {
    classes { name label definition superclasses colour icon order }
    predicates { name label definition inverseLabel symmetric order } } }`;
  return (await ask<{ ontology: Ontology }>(query)).ontology;
}

export async function stats(): Promise<Stats> {
  const query = `query Stats { stats { entities facts evidence documents
    classes { name count } modalities { name count } } }`;
  return (await ask<{ stats: Stats }>(query)).stats;
}

/** The entities that documents mention most, or that have the most asserted edges. */
export async function prominent(by: "mentions" | "degree", first: number): Promise<Entity[]> {
  const query = `query Prominent($by: String!, $first: Int!) {
    entities(orderBy: $by, descending: true, first: $first) { nodes { ${ENTITY} mentions } } }`;
  type Mentioned = Entity & { mentions: number };
  const answer = await ask<{ entities: { nodes: Mentioned[] } }>(query, { by, first });
  const { nodes } = answer.entities;
  return by === "mentions" ? nodes.filter(({ mentions }) => mentions > 0) : nodes;
}

/** Up to `limit` entities within one step of `ids`, with every modality between them. */
export async function expand(ids: string[], limit: number): Promise<Subgraph> {
  const query = `query Expand($ids: [ID!]!, $modalities: [Modality!], $limit: Int!) {
    expand(ids: $ids, modalities: $modalities, limit: $limit) {
      truncated nodes { ${ENTITY} } edges { ${EDGE} } } }`;
  const variables = { ids, modalities: EVERY_MODALITY, limit };
  return (await ask<{ expand: Subgraph }>(query, variables)).expand;
}

export async function search(text: string, first: number, signal: AbortSignal): Promise<Entity[]> {
  const query = `query Search($text: String!, $first: Int!) {
    search(text: $text, first: $first) { nodes { ${ENTITY} } } }`;
  const answer = await ask<{ search: { nodes: Entity[] } }>(query, { text, first }, signal);
  return answer.search.nodes;
}

/** The entity with its first facts; null if it is not there. */
export async function entity(id: string, signal?: AbortSignal): Promise<EntityDetail | null> {
  const query = `query Entity($id: ID!, $first: Int!) { entity(id: $id) { ${ENTITY} alternative
    mentions properties { name label values } ${facts("null")} } }`;
  const variables = { id, first: FACTS_A_PAGE };
  return (await ask<{ entity: EntityDetail | null }>(query, variables, signal)).entity;
}

export async function moreFacts(id: string, after: string): Promise<Page<Fact>> {
  const query = `query Facts($id: ID!, $first: Int!, $after: String) {
    entity(id: $id) { ${facts("$after")} } }`;
  const answer = await ask<{ entity: { facts: Page<Fact> } }>(query, {
    id,
    after,
    first: FACTS_A_PAGE,
  });
  return answer.entity.facts;
}

function facts(after: string): string {
  return `facts(direction: both, modalities: [${EVERY_MODALITY.join(" ")}], first: $first,
    after: ${after}) { ${PAGE} nodes { ${FACT} } }`;
}

/** The fact with the first evidence of each side; null if it is not there. */
export async function fact(id: string, signal?: AbortSignal): Promise<FactDetail | null> {
  const query = `query Fact($id: ID!, $first: Int!) { fact(id: $id) { ${FACT}
    claims: evidence(first: $first, modalities: [${CLAIMS.join(" ")}]) {
      ${PAGE} nodes { ${EVIDENCE} } }
    denials: evidence(first: $first, modalities: [${DENIALS.join(" ")}]) {
      ${PAGE} nodes { ${EVIDENCE} } } } }`;
  const variables = { id, first: EVIDENCE_A_PAGE };
  return (await ask<{ fact: FactDetail | null }>(query, variables, signal)).fact;
}

export async function moreEvidence(
  id: string,
  side: "claims" | "denials",
  after: string,
): Promise<Page<Evidence>> {
  const query = `query Evidence($id: ID!, $first: Int!, $after: String, $modalities: [Modality!]) {
    fact(id: $id) { evidence(first: $first, after: $after, modalities: $modalities) {
      ${PAGE} nodes { ${EVIDENCE} } } } }`;
  const modalities = side === "claims" ? CLAIMS : DENIALS;
  const variables = { id, after, modalities, first: EVIDENCE_A_PAGE };
  return (await ask<{ fact: { evidence: Page<Evidence> } }>(query, variables)).fact.evidence;
}

export async function documents(first: number): Promise<Page<DocumentBrief>> {
  const query = `query Documents($first: Int!) {
    documents(kind: "source", first: $first) { ${PAGE} nodes { ${DOCUMENT} } } }`;
  return (await ask<{ documents: Page<DocumentBrief> }>(query, { first })).documents;
}

export async function document(id: string, signal?: AbortSignal): Promise<DocumentDetail | null> {
  const query = `query Document($id: ID!) { document(id: $id) { ${DOCUMENT} address language mediaType length
    text locations { uri name } blocks { start end kind level } } }`;
  return (await ask<{ document: DocumentDetail | null }>(query, { id }, signal)).document;
}

/** One page of the places in a document that state facts. */
export async function passages(
  id: string,
  after: string | null,
  signal?: AbortSignal,
): Promise<Page<Passage>> {
  const query = `query Passages($id: ID!, $first: Int!, $after: String) {
    document(id: $id) { evidence(first: $first, after: $after) { ${PAGE} nodes { ${PASSAGE} } } } }`;
  const variables = { id, after, first: PASSAGES_A_PAGE };
  const answer = await ask<{ document: { evidence: Page<Passage> } }>(query, variables, signal);
  return answer.document.evidence;
}

/** One passage, for a link to an evidence beyond the pages that were read. */
export async function passage(id: string, signal?: AbortSignal): Promise<Passage | null> {
  const query = `query Passage($id: ID!) { evidence(id: $id) { ${PASSAGE} } }`;
  return (await ask<{ evidence: Passage | null }>(query, { id }, signal)).evidence;
}
