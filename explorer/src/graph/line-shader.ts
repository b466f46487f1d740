/**
 * How a line is drawn on the graphics card: a strip along a quadratic Bézier
 * curve, in whose own coordinates (along, across, in pixels) dashes, dots, the
 * arrowhead and the mark of a denial are simple arithmetic.
 */

export const VERTEX = /* glsl */ `
attribute vec2 a_station;
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_source;
attribute vec2 a_target;
attribute float a_sourceSize;
attribute float a_targetSize;
attribute float a_thickness;
attribute float a_curvature;
attribute float a_pattern;
attribute float a_arrow;

uniform mat3 u_matrix;
uniform vec2 u_dimensions;
uniform float u_sizeRatio;
uniform float u_pixelRatio;
uniform float u_minThickness;

varying vec4 v_color;
varying float v_along;
varying float v_across;
varying float v_end;
varying float v_thickness;
varying float v_pattern;
varying float v_arrow;

vec2 toPixels(vec2 position) {
  return ((u_matrix * vec3(position, 1.0)).xy + 1.0) * u_dimensions / 2.0;
}

void main() {
  float thickness = max(u_minThickness, a_thickness / u_sizeRatio) * u_pixelRatio;
  vec2 source = toPixels(a_source);
  vec2 target = toPixels(a_target);
  vec2 delta = target - source;
  float chord = max(length(delta), 0.001);
  vec2 control = (source + target) / 2.0 + vec2(-delta.y, delta.x) * a_curvature;
  float t = a_station.x;
  vec2 point = mix(mix(source, control, t), mix(control, target, t), t);
  vec2 tangent = mix(control - source, target - control, t);
  vec2 normal = normalize(vec2(-tangent.y, tangent.x) + vec2(0.0, 0.000001));
  float curve = (2.0 * chord + distance(source, control) + distance(control, target)) / 3.0;
  float reach = max(4.5 * thickness, 5.0 * u_pixelRatio) + u_pixelRatio;

  float radiusScale = u_pixelRatio / u_sizeRatio;
  v_along = t * curve - a_sourceSize * radiusScale;
  v_across = a_station.y * reach;
  v_end = curve - (a_sourceSize + a_targetSize) * radiusScale - u_pixelRatio;
  v_thickness = thickness;
  v_pattern = a_pattern;
  v_arrow = a_arrow;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= 255.0 / 254.0;
  gl_Position = vec4((point + normal * v_across) / u_dimensions * 2.0 - 1.0, 0.0, 1.0);
}
`;

export const FRAGMENT = /* glsl */ `
precision highp float;

uniform float u_pixelRatio;

varying vec4 v_color;
varying float v_along;
varying float v_across;
varying float v_end;
varying float v_thickness;
varying float v_pattern;
varying float v_arrow;

float inside(float distance) {
  return 1.0 - smoothstep(-0.6, 0.6, distance);
}

void main() {
  if (v_along < 0.0 || v_along > v_end) discard;
  float across = abs(v_across);
  float half_ = v_thickness / 2.0;

  #ifdef PICKING_MODE
  if (across > max(half_, 3.5 * u_pixelRatio)) discard;
  gl_FragColor = v_color;
  #else
  float unit = max(v_thickness, 1.2 * u_pixelRatio);
  float head = v_arrow * (5.0 * unit + 2.0 * u_pixelRatio);
  float shaft = v_end - head * 0.8;
  float cover = inside(across - half_);
  if (v_pattern > 0.5 && v_pattern < 1.5) {
    float period = 7.0 * unit;
    cover *= inside(abs(mod(v_along, period) - period / 2.0) - 2.3 * unit);
  } else if (v_pattern > 1.5 && v_pattern < 2.5) {
    float period = 3.2 * unit;
    cover = inside(length(vec2(mod(v_along, period) - period / 2.0, across)) - 0.75 * unit);
  }
  cover *= step(v_along, shaft);
  if (v_arrow > 0.5 && v_along > v_end - head) {
    cover = max(cover, inside(across - (v_end - v_along) * 0.42));
  }
  if (v_pattern > 2.5) {
    float beside = abs(v_along - v_end / 2.0);
    float size = max(3.6 * unit, 4.0 * u_pixelRatio);
    if (beside < size && across < size) {
      cover = max(cover, inside(abs(beside - across) - 0.75 * unit));
    }
  }
  if (cover < 0.01) discard;
  float alpha = v_color.a * cover;
  gl_FragColor = vec4(v_color.rgb * alpha, alpha);
  #endif
}
`;
