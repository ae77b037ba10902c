import type { NoteExplanationView } from '#contract/insights.ts';

type Method = NoteExplanationView['methods'][number]['method'];

/** The largest weight of all bars of a method, intervals included: bars side by side have one scale. */
export function reachOf(explanations: readonly NoteExplanationView[], method: Method): number {
  const bars = explanations.flatMap(
    ({ methods }) => methods.find((each) => each.method === method)?.bars ?? [],
  );
  return bars.reduce(
    (reach, { value, lower, upper }) =>
      Math.max(reach, Math.abs(value), Math.abs(lower ?? 0), Math.abs(upper ?? 0)),
    1e-9,
  );
}
