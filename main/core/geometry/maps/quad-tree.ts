/** Points of a leaf: a few are added up faster than cells are looked at. */
const leafPoints = 6;
/** Cells are halved at most so often: what lies closer is one leaf. */
const deepest = 16;
const side = 2 ** deepest;

/**
 * Points of a plane in the order of a Z-curve, and square cells around them, each before the cells
 * inside it. Made anew for each step, in the same memory.
 */
export class QuadTree {
  /** [count] the point at each place of the curve. */
  readonly order: Int32Array;
  /** [count] its coordinates. */
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  /** Of cells: the mean of their points. */
  centreX: Float64Array;
  centreY: Float64Array;
  /** Points inside. */
  sizes: Float64Array;
  /** Squared width. */
  widths: Float64Array;
  /** The cell that follows when those inside are passed over. */
  nexts: Int32Array;
  /** Where its points begin and end where it is a leaf; else −1. */
  firsts: Int32Array;
  ends: Int32Array;
  cellCount = 0;
  readonly #codes: Uint32Array;
  readonly #spareOrder: Int32Array;
  readonly #spareCodes: Uint32Array;
  #width = 0;

  constructor(count: number) {
    this.order = new Int32Array(count);
    this.xs = new Float64Array(count);
    this.ys = new Float64Array(count);
    this.#codes = new Uint32Array(count);
    this.#spareOrder = new Int32Array(count);
    this.#spareCodes = new Uint32Array(count);
    const room = Math.max(16, 2 * count);
    this.centreX = new Float64Array(room);
    this.centreY = new Float64Array(room);
    this.sizes = new Float64Array(room);
    this.widths = new Float64Array(room);
    this.nexts = new Int32Array(room);
    this.firsts = new Int32Array(room);
    this.ends = new Int32Array(room);
  }

  /** `places` [count × 2] */
  build(places: Float64Array): void {
    const { order } = this;
    const count = order.length;
    let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
    for (let point = 0; point < count; point++) {
      left = Math.min(left, places[2 * point]);
      right = Math.max(right, places[2 * point]);
      top = Math.min(top, places[2 * point + 1]);
      bottom = Math.max(bottom, places[2 * point + 1]);
    }
    this.#width = Math.max(right - left, bottom - top) || 1;
    const scale = (side * (1 - 1e-9)) / this.#width;
    for (let point = 0; point < count; point++) {
      order[point] = point;
      this.#codes[point] = interleave(
        Math.floor((places[2 * point] - left) * scale),
        Math.floor((places[2 * point + 1] - top) * scale),
      );
    }
    this.#sort();
    for (let place = 0; place < count; place++) {
      this.xs[place] = places[2 * order[place]];
      this.ys[place] = places[2 * order[place] + 1];
    }
    this.cellCount = 0;
    this.#divide(0, count, 0);
  }

  /** By code, eleven bits at a time. */
  #sort(): void {
    let [codes, order] = [this.#codes, this.order];
    let [nextCodes, nextOrder] = [this.#spareCodes, this.#spareOrder];
    const counts = new Int32Array(2048);
    for (let shift = 0; shift < 33; shift += 11) {
      counts.fill(0);
      for (const code of codes) counts[(code >>> shift) & 2047]++;
      let before = 0;
      for (let digit = 0; digit < 2048; digit++) {
        const here = counts[digit];
        counts[digit] = before;
        before += here;
      }
      for (let place = 0; place < codes.length; place++) {
        const target = counts[(codes[place] >>> shift) & 2047]++;
        nextCodes[target] = codes[place];
        nextOrder[target] = order[place];
      }
      [codes, nextCodes] = [nextCodes, codes];
      [order, nextOrder] = [nextOrder, order];
    }
    // After three rounds the result lies in the spare memory.
    this.#codes.set(codes);
    this.order.set(order);
  }

  #divide(first: number, end: number, depth: number): void {
    if (this.cellCount === this.nexts.length) this.#grow();
    const cell = this.cellCount++;
    const width = this.#width / 2 ** depth;
    this.widths[cell] = width * width;
    this.sizes[cell] = end - first;
    let [x, y] = [0, 0];
    for (let place = first; place < end; place++) {
      x += this.xs[place];
      y += this.ys[place];
    }
    this.centreX[cell] = x / (end - first);
    this.centreY[cell] = y / (end - first);
    const isLeaf = end - first <= leafPoints || depth === deepest;
    this.firsts[cell] = isLeaf ? first : -1;
    this.ends[cell] = end;
    if (!isLeaf) {
      const shift = 2 * (deepest - 1 - depth);
      for (let from = first; from < end;) {
        const quarter = (this.#codes[from] >>> shift) & 3;
        let to = from + 1;
        while (to < end && ((this.#codes[to] >>> shift) & 3) === quarter) to++;
        this.#divide(from, to, depth + 1);
        from = to;
      }
    }
    this.nexts[cell] = this.cellCount;
  }

  #grow(): void {
    const room = 2 * this.nexts.length;
    const floats = (old: Float64Array) => {
      const grown = new Float64Array(room);
      grown.set(old);
      return grown;
    };
    const integers = (old: Int32Array) => {
      const grown = new Int32Array(room);
      grown.set(old);
      return grown;
    };
    this.centreX = floats(this.centreX);
    this.centreY = floats(this.centreY);
    this.sizes = floats(this.sizes);
    this.widths = floats(this.widths);
    this.nexts = integers(this.nexts);
    this.firsts = integers(this.firsts);
    this.ends = integers(this.ends);
  }
}

/** The bits of two numbers of 16 bits, by turns. */
function interleave(x: number, y: number): number {
  return (spread(x) | (spread(y) << 1)) >>> 0;
}

function spread(value: number): number {
  let bits = value & 0xffff;
  bits = (bits | (bits << 8)) & 0x00ff00ff;
  bits = (bits | (bits << 4)) & 0x0f0f0f0f;
  bits = (bits | (bits << 2)) & 0x33333333;
  return (bits | (bits << 1)) & 0x55555555;
}
