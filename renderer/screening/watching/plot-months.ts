import type { WatchingView } from '#contract/watching.ts';
import { roundAxis } from '#window/chart/axes.ts';
import type { Plot } from '#window/chart/lay-out-plot.ts';
import { lookOf } from '#window/chart/series-look.ts';
import type { Formats } from '#window/format/formats.ts';
import type { WatchingMessages } from '#window/messages/watching/messages.ts';

type Month = WatchingView['months'][number];

interface Words {
  readonly say: WatchingMessages;
  readonly format: Pick<Formats, 'decimal'>;
}

/** More months than these have their names above each other. */
const mostNames = 8;

/** Of those scored the share with an alert, in percent; null where none was scored. */
export function alertShareOf({ counts: { alerts, scored } }: Month): number | null {
  return scored === 0 ? null : (100 * alerts) / scored;
}

/** The shares of all months: alerts, and the estimated prevalence with its interval. */
export function plotMonths(months: readonly Month[], { say, format }: Words): Plot {
  const alerts = months.flatMap((month, x) => {
    const y = alertShareOf(month);
    return y === null ? [] : [{ x, y }];
  });
  const estimates = months.flatMap(({ prevalence }, x) =>
    prevalence === null ? [] : [{ x, prevalence }],
  );
  const bars = estimates.map(({ x, prevalence: { lower, upper } }) => {
    return { x, low: 100 * lower, high: 100 * upper };
  });
  const most = [...alerts.map(({ y }) => y), ...bars.map(({ high }) => high)].reduce(
    (largest, value) => Math.max(largest, value),
    1,
  );
  const step = Math.ceil(months.length / mostNames);
  const ticks = months.flatMap(({ month }, at) => (at % step === 0 ? [{ at, text: month }] : []));
  const points = estimates.map(({ x, prevalence }) => ({ x, y: 100 * prevalence.value }));
  return {
    x: { title: say.month, range: [-0.5, months.length - 0.5], ticks },
    y: roundAxis(say.shareAxis, [0, most], { wanted: 5, decimal: format.decimal }),
    series: [
      { name: say.alerts, look: lookOf(0), points: alerts, join: 'line', marked: alerts },
      ...(points.length === 0
        ? []
        : [
            {
              ...{ name: say.prevalence, look: lookOf(1), points, bars },
              ...({ join: 'line', marked: points } as const),
            },
          ]),
    ],
    references: [],
  };
}
