/** Which part of a map is seen: its middle, from 0 to 1 in both directions, and how often it is enlarged. */
export interface MapView {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

export const wholeMap: MapView = { x: 0.5, y: 0.5, zoom: 1 };

const largestZoom = 64;
/** Points at the edge are not cut. */
const edge = 0.04;

/** Places [x, y, x, y, …] of any scale → from 0 to 1, as far apart in both directions. */
export function fitPlaces(places: readonly number[]): Float64Array {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let at = 0; at < places.length; at += 2) {
    left = Math.min(left, places[at]);
    right = Math.max(right, places[at]);
    top = Math.min(top, places[at + 1]);
    bottom = Math.max(bottom, places[at + 1]);
  }
  const reach = (Math.max(right - left, bottom - top) || 1) / (1 - 2 * edge);
  const middle = [(left + right) / 2, (top + bottom) / 2];
  return Float64Array.from(places, (place, at) => 0.5 + (place - middle[at % 2]) / reach);
}

/** Fitted places → pixels of a square of this size. */
export function toPixels(
  fitted: Float64Array,
  { x, y, zoom }: MapView,
  size: number,
): Float64Array {
  return fitted.map((place, at) => (0.5 + (place - (at % 2 === 0 ? x : y)) * zoom) * size);
}

/** Larger or smaller around a place of the square, from 0 to 1, which stays where it is. */
export function zoomAt(
  { x, y, zoom }: MapView,
  factor: number,
  at: readonly [number, number],
): MapView {
  const next = Math.min(largestZoom, Math.max(1, zoom * factor));
  const keep = (middle: number, place: number) =>
    middle + (place - 0.5) / zoom - (place - 0.5) / next;
  return limitView({ x: keep(x, at[0]), y: keep(y, at[1]), zoom: next });
}

/** By shares of what is seen. */
export function moveView({ x, y, zoom }: MapView, alongX: number, alongY: number): MapView {
  return limitView({ x: x + alongX / zoom, y: y + alongY / zoom, zoom });
}

/** What is seen stays inside. */
function limitView({ x, y, zoom }: MapView): MapView {
  const half = 0.5 / zoom;
  const inside = (place: number) => Math.min(1 - half, Math.max(half, place));
  return { x: inside(x), y: inside(y), zoom };
}

/** The point nearest to a place, in pixels; null where none is within reach. */
export function pointAt(pixels: Float64Array, x: number, y: number, reach = 10): number | null {
  let nearest: number | null = null;
  let least = reach * reach;
  for (let at = 0; at < pixels.length; at += 2) {
    const square = (pixels[at] - x) ** 2 + (pixels[at + 1] - y) ** 2;
    if (square <= least) [nearest, least] = [at / 2, square];
  }
  return nearest;
}

/** The points inside a line that closes itself, in pixels (even and odd crossings). */
export function pointsInside(
  pixels: Float64Array,
  line: readonly (readonly [number, number])[],
): number[] {
  const found: number[] = [];
  for (let at = 0; at < pixels.length; at += 2) {
    const [x, y] = [pixels[at], pixels[at + 1]];
    let isInside = false;
    for (const [index, [x1, y1]] of line.entries()) {
      const [x2, y2] = line[(index + 1) % line.length];
      if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) isInside = !isInside;
    }
    if (isInside) found.push(at / 2);
  }
  return found;
}

const shapes = [
  'm-3 0a3 3 0 1 0 6 0a3 3 0 1 0 -6 0z',
  'm-2.7 -2.7h5.4v5.4h-5.4z',
  'm0 -3.8l3.6 6.4h-7.2z',
  'm0 -4l4 4l-4 4l-4 -4z',
  'm-3.4 -1h2.4v-2.4h2v2.4h2.4v2h-2.4v2.4h-2v-2.4h-2.4z',
] as const;

/** Dots of a type at these pixels, as one path; those beside the square are left out. */
export function drawDots(
  points: Iterable<number>,
  pixels: Float64Array,
  size: number,
  type: number,
): string {
  const shape = shapes[type % shapes.length];
  let d = '';
  for (const point of points) {
    const [x, y] = [pixels[2 * point], pixels[2 * point + 1]];
    if (x < -5 || y < -5 || x > size + 5 || y > size + 5) continue;
    d += `M${x.toFixed(1)} ${y.toFixed(1)}${shape}`;
  }
  return d;
}
