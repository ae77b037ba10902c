import type { Axis } from './lay-out-plot.ts';
import { formatTicks, roundTicks } from './scale.ts';

/** An axis of these values, with about so many round ticks. */
export function roundAxis(
  title: string,
  range: readonly [number, number],
  {
    wanted,
    decimal,
  }: { readonly wanted: number; readonly decimal: (value: number, digits: number) => string },
): Axis {
  const ticks = roundTicks(...range, wanted);
  const texts = formatTicks(ticks, decimal);
  return { title, range, ticks: ticks.map((at, index) => ({ at, text: texts[index] })) };
}
