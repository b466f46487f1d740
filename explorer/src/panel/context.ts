/** What every view of the panel may use. */

import type { Address } from "../state/address";
import type { Vocabulary } from "../vocabulary";

export interface Context {
  vocabulary: Vocabulary;
  /** Show something else in the panel, as a step of the browser's history. */
  open: (address: Address) => void;
  /** Bring the neighbours of an entity into view, up to `limit` or the usual number. */
  expand: (entity: string, limit?: number) => Promise<void>;
  collapse: (entity: string) => void;
  hide: (entity: string) => void;
  /** Whether the neighbourhood of an entity is in view: not, cut or whole. */
  neighbourhood: (entity: string) => "none" | "cut" | "whole";
}
