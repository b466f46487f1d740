/** What the panel shows, and the URL hash that stands for it. */

export type Address =
  | { view: "overview" }
  | { view: "entity"; id: string }
  | { view: "fact"; id: string }
  | { view: "document"; id: string; evidence: string | null };

export const OVERVIEW: Address = { view: "overview" };

/** The address that a hash (with or without `#`) stands for; the overview if it is none. */
export function readAddress(hash: string): Address {
  const fields = new URLSearchParams(hash.replace(/^#/, ""));
  const document = fields.get("document");
  if (document) return { view: "document", id: document, evidence: fields.get("evidence") };
  const fact = fields.get("fact");
  if (fact) return { view: "fact", id: fact };
  const entity = fields.get("entity");
  return entity ? { view: "entity", id: entity } : OVERVIEW;
}

/** The hash that stands for an address, `#` included. */
export function hashOf(address: Address): string {
  const fields = new URLSearchParams();
  if (address.view !== "overview") fields.set(address.view, address.id);
  if (address.view === "document" && address.evidence) fields.set("evidence", address.evidence);
  return `#${fields.toString()}`;
}
