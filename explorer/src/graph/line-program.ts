/**
 * The sigma program that draws lines. Sigma's own and @sigma/edge-curve have
 * no dashes, dots or marks, and modality must not show by colour alone.
 */

import { EdgeProgram, type ProgramInfo } from "sigma/rendering";
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";
import type { Modality } from "../api/shapes";
import type { LineAttributes, NodeAttributes } from "./attributes";
import { FRAGMENT, VERTEX } from "./line-shader";

const UNIFORMS = ["u_matrix", "u_dimensions", "u_sizeRatio", "u_pixelRatio", "u_minThickness"] as const;
type Uniform = (typeof UNIFORMS)[number];

const PATTERNS: Record<Modality, number> = { asserted: 0, planned: 1, possible: 2, negated: 3 };
const { FLOAT, UNSIGNED_BYTE, TRIANGLE_STRIP } = WebGLRenderingContext;

abstract class LineProgram extends EdgeProgram<Uniform, NodeAttributes, LineAttributes> {
  /** What the card needs to know, with the curve cut into `pieces` straight ones. */
  protected definition(pieces: number): ReturnType<EdgeProgram<Uniform>["getDefinition"]> {
    const stations = Array.from({ length: pieces + 1 }, (_, at) => at / pieces);
    return {
      VERTICES: 2 * stations.length,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: TRIANGLE_STRIP,
      UNIFORMS,
      ATTRIBUTES: [
        { name: "a_source", size: 2, type: FLOAT },
        { name: "a_target", size: 2, type: FLOAT },
        { name: "a_sourceSize", size: 1, type: FLOAT },
        { name: "a_targetSize", size: 1, type: FLOAT },
        { name: "a_thickness", size: 1, type: FLOAT },
        { name: "a_curvature", size: 1, type: FLOAT },
        { name: "a_pattern", size: 1, type: FLOAT },
        { name: "a_arrow", size: 1, type: FLOAT },
        { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: "a_station", size: 2, type: FLOAT }],
      CONSTANT_DATA: stations.flatMap((t) => [
        [t, 1],
        [t, -1],
      ]),
    };
  }

  override processVisibleItem(
    id: number,
    start: number,
    source: NodeDisplayData,
    target: NodeDisplayData,
    data: EdgeDisplayData,
  ): void {
    const line = data as EdgeDisplayData & LineAttributes;
    const values = [
      source.x,
      source.y,
      target.x,
      target.y,
      source.size,
      target.size,
      line.size,
      line.curvature,
      PATTERNS[line.modality],
      line.arrow ? 1 : 0,
      floatColor(line.color),
      id,
    ];
    this.array.set(values, start);
  }

  override setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
    const { matrix, width, height, pixelRatio, sizeRatio, minEdgeThickness } = params;
    gl.uniformMatrix3fv(at(uniformLocations, "u_matrix"), false, matrix);
    gl.uniform2f(at(uniformLocations, "u_dimensions"), width * pixelRatio, height * pixelRatio);
    gl.uniform1f(at(uniformLocations, "u_sizeRatio"), sizeRatio);
    gl.uniform1f(at(uniformLocations, "u_pixelRatio"), pixelRatio);
    gl.uniform1f(at(uniformLocations, "u_minThickness"), minEdgeThickness);
  }
}

function at(locations: ProgramInfo["uniformLocations"], name: Uniform): WebGLUniformLocation | null {
  return locations[name] ?? null;
}

/** A line that is alone between its entities: one piece is enough. */
export class StraightLines extends LineProgram {
  override getDefinition(): ReturnType<EdgeProgram<Uniform>["getDefinition"]> {
    return this.definition(1);
  }
}

/** Lines that share their two entities, bent apart. */
export class CurvedLines extends LineProgram {
  override getDefinition(): ReturnType<EdgeProgram<Uniform>["getDefinition"]> {
    return this.definition(24);
  }
}
