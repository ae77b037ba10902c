import { AnamnesisError } from '#core/base/error.ts';

import type { Dimension, Shape } from './types.ts';

/**
 * Symbolic sizes as polynomials with whole coefficients: monomial (sorted symbols joined by `*`,
 * '' for the constant) → coefficient. Enough to know whether two shapes hold equally many elements.
 */
type Polynomial = ReadonlyMap<string, number>;

function joinSymbols(left: string, right: string): string {
  return [...left.split('*'), ...right.split('*')]
    .filter((symbol) => symbol !== '')
    .sort()
    .join('*');
}

function parse(dimension: Dimension): Polynomial {
  if (typeof dimension === 'number') return new Map([['', dimension]]);
  const terms = new Map<string, number>();
  for (const term of dimension.split('+')) {
    let coefficient = 1;
    let symbols = '';
    for (const factor of term.split('*')) {
      if (/^\d+$/.test(factor)) coefficient *= Number(factor);
      else symbols = joinSymbols(symbols, factor);
    }
    terms.set(symbols, (terms.get(symbols) ?? 0) + coefficient);
  }
  return terms;
}

function format(polynomial: Polynomial): Dimension {
  const terms = [...polynomial].filter(([, coefficient]) => coefficient !== 0);
  if (terms.every(([symbols]) => symbols === '')) return terms[0]?.[1] ?? 0;
  return terms
    .sort(([left], [right]) => (left < right ? 1 : -1))
    .map(([symbols, coefficient]) => {
      if (symbols === '') return String(coefficient);
      return coefficient === 1 ? symbols : `${coefficient}*${symbols}`;
    })
    .join('+');
}

/** The sum of sizes, such as a concatenation has along its axis. */
export function addDimensions(dimensions: Shape): Dimension {
  const sum = new Map<string, number>();
  for (const dimension of dimensions) {
    for (const [symbols, coefficient] of parse(dimension)) {
      sum.set(symbols, (sum.get(symbols) ?? 0) + coefficient);
    }
  }
  return format(sum);
}

/** The product; of a whole shape: how many elements it holds. */
export function multiplyDimensions(dimensions: Shape): Dimension {
  let product: Polynomial = new Map([['', 1]]);
  for (const dimension of dimensions) {
    const next = new Map<string, number>();
    for (const [left, leftCoefficient] of product) {
      for (const [right, rightCoefficient] of parse(dimension)) {
        const symbols = joinSymbols(left, right);
        next.set(symbols, (next.get(symbols) ?? 0) + leftCoefficient * rightCoefficient);
      }
    }
    product = next;
  }
  return format(product);
}

/** The terms of a size, each a coefficient and its symbols. */
export function dimensionTerms(
  dimension: Dimension,
): readonly { coefficient: number; symbols: readonly string[] }[] {
  return [...parse(dimension)].map(([symbols, coefficient]) => ({
    coefficient,
    symbols: symbols === '' ? [] : symbols.split('*'),
  }));
}

/** The number behind a size once its symbols are known. */
export function evaluateDimension(
  dimension: Dimension,
  bindings: ReadonlyMap<string, number>,
): number {
  let sum = 0;
  for (const { coefficient, symbols } of dimensionTerms(dimension)) {
    let product = coefficient;
    for (const symbol of symbols) {
      const size = bindings.get(symbol);
      if (size === undefined) {
        throw new AnamnesisError('graph.invalid', {
          expected: 'a size for every symbol',
          found: `no size for "${symbol}"`,
          remedy: 'Give the graph an input that carries this symbol.',
        });
      }
      product *= size;
    }
    sum += product;
  }
  return sum;
}

/** Whether two shapes are the same, axis by axis; symbols equal only themselves. */
export function equalShapes(left: Shape, right: Shape): boolean {
  return left.length === right.length && left.every((size, axis) => size === right[axis]);
}

/** NumPy's rule: aligned at the last axis, axes of size 1 repeat. Null where the shapes disagree. */
export function broadcastShapes(left: Shape, right: Shape): Shape | null {
  const rank = Math.max(left.length, right.length);
  const result: Dimension[] = [];
  for (let axis = 0; axis < rank; axis++) {
    const a = left[axis - rank + left.length] ?? 1;
    const b = right[axis - rank + right.length] ?? 1;
    if (a !== b && a !== 1 && b !== 1) return null;
    result.push(a === 1 ? b : a);
  }
  return result;
}

/**
 * A rough element count for choosing the cheaper of two equivalent forms. Symbols count as 100;
 * a wrong guess costs time, never correctness.
 */
export function estimateElementCount(shape: Shape): number {
  return shape.reduce<number>((product, dimension) => {
    if (typeof dimension === 'number') return product * dimension;
    const size = dimensionTerms(dimension).reduce(
      (sum, term) => sum + term.coefficient * 100 ** term.symbols.length,
      0,
    );
    return product * size;
  }, 1);
}

/** For messages, such as "[rows, columns, 256]". */
export function formatShape(shape: Shape): string {
  return `[${shape.join(', ')}]`;
}
