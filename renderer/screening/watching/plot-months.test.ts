import { expect, it } from 'vitest';
import type { WatchingView } from '#contract/watching.ts';
import { watching } from '#window/messages/watching/en.ts';
import { plotMonths } from './plot-months.ts';

type Month = WatchingView['months'][number];

const month = (name: string, scored: number, prevalence: Month['prevalence']): Month => ({
  ...{ month: name, prevalence, reference: [], falseAlarmRate: 0.05, findings: [], alarms: [] },
  counts: { patients: 100, scored, alerts: 10, notJudged: 0, decided: 0, agreed: 0 },
});
const words = { say: watching, format: { decimal: (value: number) => String(value) } };

it('months become points of both shares, and a month without scores has none', () => {
  const estimate = { value: 0.02, lower: 0, upper: 0.3 };
  const { series, x, y } = plotMonths(
    [month('2026-09', 50, estimate), month('2026-10', 0, null)],
    words,
  );
  expect(series.map(({ points }) => points)).toEqual([[{ x: 0, y: 20 }], [{ x: 0, y: 2 }]]);
  expect(series[1].bars).toEqual([{ x: 0, low: 0, high: 30 }]);
  expect(x.ticks.map(({ text }) => text)).toEqual(['2026-09', '2026-10']);
  expect(y.range).toEqual([0, 30]);
});

it('many months are not all named, and without estimates there is one line', () => {
  const months = Array.from({ length: 20 }, (_, at) => month(`m${at}`, 50, null));
  const { series, x } = plotMonths(months, words);
  expect(series).toHaveLength(1);
  expect(x.ticks.map(({ text }) => text)).toEqual(['m0', 'm3', 'm6', 'm9', 'm12', 'm15', 'm18']);
});
