import type { PatternNode } from './parse-pattern.ts';

/** At most `factor` · n^`degree` for a text of n characters. */
export interface Bound {
  readonly degree: number;
  readonly factor: number;
}

const once: Bound = { degree: 0, factor: 1 };

const plus = (a: Bound, b: Bound): Bound => ({
  degree: Math.max(a.degree, b.degree),
  factor: a.factor + b.factor,
});
const times = (a: Bound, b: Bound): Bound => ({
  degree: a.degree + b.degree,
  factor: a.factor * b.factor,
});
/** 0 times an unbounded degree is still one way. */
const power = (bound: Bound, exponent: number): Bound =>
  exponent === 0
    ? once
    : { degree: bound.degree * exponent, factor: Math.pow(bound.factor, exponent) };
const isOnce = ({ degree, factor }: Bound) => degree === 0 && factor <= 1;

/**
 * A bound on how often a backtracking matcher tries a character or a place from one start in a
 * text: the steps that are wasted, beside reading on to where the match ends. It may be far above
 * the truth, never below it. Matchers go back to a part only when something after it fails; then
 * they try all the ways in which the part can match.
 */
export function boundSteps(pattern: PatternNode): Bound {
  return stepsOf(pattern, false);
}

/** `isRetried`: something after the node may fail, which makes it match in all its ways. */
function stepsOf(node: PatternNode, isRetried: boolean): Bound {
  switch (node.kind) {
    case 'character':
    case 'place':
      return once;
    case 'look':
      // What it reads is read again behind it.
      return plus(stepsOf(node.inside, false), waysOf(node.inside));
    case 'choice':
      return node.options.map((option) => stepsOf(option, isRetried)).reduce(plus);
    case 'sequence':
      return stepsOfSequence(node.parts, isRetried);
    case 'repeat': {
      const { part, least, most } = node;
      const isAgain = isRetried || (least > 1 && mayFail(part));
      const earlier = least > 1 ? power(waysOf(part), least - 1) : once;
      const count = { degree: 0, factor: Math.max(1, Number.isFinite(most) ? most : least) };
      return [stepsOf(part, isAgain), earlier, count].reduce(times);
    }
  }
}

function stepsOfSequence(parts: readonly PatternNode[], isRetried: boolean): Bound {
  let sum: Bound = { degree: 0, factor: 0 };
  let ways = once;
  const lastFailing = parts.findLastIndex(mayFail);
  parts.forEach((part, index) => {
    const isAgain = isRetried || index < lastFailing;
    sum = plus(sum, times(ways, stepsOf(part, isAgain)));
    if (isAgain) ways = times(ways, waysOf(part));
  });
  return sum;
}

/** In how many ways a node can match from one place. */
function waysOf(node: PatternNode): Bound {
  switch (node.kind) {
    case 'character':
    case 'place':
    case 'look':
      return once;
    case 'choice':
      return node.options.map(waysOf).reduce(plus);
    case 'sequence':
      return node.parts.map(waysOf).reduce(times, once);
    case 'repeat':
      return waysOfRepeat(waysOf(node.part), node);
  }
}

/** What matches in one way only is repeated in as many ways as there are numbers of times. */
function waysOfRepeat(
  ways: Bound,
  { least, most }: { readonly least: number; readonly most: number },
): Bound {
  if (Number.isFinite(most)) {
    return times(power(ways, most), { degree: 0, factor: Math.max(1, most - least + 1) });
  }
  return isOnce(ways) ? { degree: 1, factor: 1 } : { degree: Infinity, factor: 1 };
}

function mayFail(node: PatternNode): boolean {
  switch (node.kind) {
    case 'character':
    case 'place':
    case 'look':
      return true;
    case 'choice':
      return node.options.every(mayFail);
    case 'sequence':
      return node.parts.some(mayFail);
    case 'repeat':
      return node.least > 0 && mayFail(node.part);
  }
}
