/** What sigma draws of a node and of a line. */

import type { Modality } from "../api/shapes";

export interface NodeAttributes {
  x: number;
  y: number;
  size: number;
  label: string;
  /** The class it is drawn as, and whether only documents know it. */
  class: string;
  provisional: boolean;
  color: string;
  borderColor: string;
  iconColor: string;
  image: string;
}

export interface LineAttributes {
  fact: string;
  label: string;
  modality: Modality;
  size: number;
  color: string;
  type: "straight" | "curved";
  curvature: number;
  /** Whether it points from subject to object. */
  arrow: boolean;
  weight: number;
}
