/** What the service answers, as far as the explorer asks for it. */

export type Modality = "asserted" | "planned" | "possible" | "negated";
export type EvidenceKind = "text" | "reference" | "curated" | "inferred";
export type BlockKind = "title" | "heading" | "paragraph" | "item" | "cell" | "caption" | "code";

/** An entity as lists, search results and the graph need it. */
export interface Entity {
  id: string;
  label: string;
  types: string[];
  origin: string;
  degree: number;
}

export interface EntityDetail extends Entity {
  alternative: string[];
  mentions: number;
  properties: { name: string; label: string; values: string[] }[];
  facts: Page<Fact>;
}

export interface Page<T> {
  nodes: T[];
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

export interface Fact {
  id: string;
  predicate: string;
  subject: Entity;
  object: Entity;
  modalities: Modality[];
  belief: number;
  evidenceCount: number;
}

/** A fact with its evidence on both sides, so that a denial is never out of sight. */
export interface FactDetail extends Fact {
  claims: Page<Evidence>;
  denials: Page<Evidence>;
}

export interface Span {
  start: number;
  end: number;
  quote: string;
}

export interface Qualifier {
  name: string;
  label: string;
  value: string;
  entity: Entity | null;
}

export interface Evidence extends Span {
  id: string;
  kind: EvidenceKind;
  document: DocumentBrief;
  before: string;
  after: string;
  context: Span[];
  polarity: string;
  status: string;
  modality: Modality;
  saidBy: Entity[];
  time: string | null;
  qualifiers: Qualifier[];
  confidence: number;
  extractor: string;
  version: string;
  source: string | null;
}

export interface DocumentBrief {
  id: string;
  kind: string;
  name: string;
  title: string;
  publisher: string | null;
  date: string | null;
  evidenceCount: number;
}

export interface Block {
  start: number;
  end: number;
  kind: BlockKind;
  level: number;
}

/** An evidence as the document view marks it. */
export interface Passage {
  id: string;
  start: number;
  end: number;
  context: { start: number; end: number }[];
  modality: Modality;
  fact: { id: string; predicate: string; subject: Entity; object: Entity };
}

export interface DocumentDetail extends DocumentBrief {
  address: string | null;
  language: string;
  mediaType: string;
  length: number;
  locations: { uri: string; name: string }[];
  blocks: Block[];
  text: string;
}

/** One fact, modality and interval, between merged entities. */
export interface Edge {
  key: string;
  fact: string;
  predicate: string;
  subject: string;
  object: string;
  modality: Modality;
  belief: number;
}

export interface Subgraph {
  nodes: Entity[];
  edges: Edge[];
  truncated: boolean;
}

export interface ClassTerm {
  name: string;
  label: string;
  definition: string;
  superclasses: string[];
  colour: string;
  icon: string;
  order: number;
}

export interface PredicateTerm {
  name: string;
  label: string;
  definition: string;
  inverseLabel: string | null;
  symmetric: boolean;
  order: number;
}

export interface Ontology {
  classes: ClassTerm[];
  predicates: PredicateTerm[];
}

export interface Count {
  name: string;
  count: number;
}

export interface Stats {
  entities: number;
  facts: number;
  evidence: number;
  documents: number;
  classes: Count[];
  modalities: Count[];
}
