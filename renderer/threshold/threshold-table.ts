import type { ChartTable } from '../chart/chart-table.ts';
import type { Formats } from '../format/formats.ts';
import type { ThresholdMessages } from '../messages/threshold/messages.ts';
import type { ThresholdRow } from './count-thousand.ts';

/** All thresholds that the slider has, with what each gives. */
export function tableOfThresholds(
  rows: readonly ThresholdRow[],
  {
    say,
    format,
  }: {
    readonly say: ThresholdMessages;
    readonly format: Pick<Formats, 'metric' | 'count' | 'decimal' | 'unknown'>;
  },
): ChartTable {
  return {
    columns: [
      say.threshold,
      say.short.truePositives,
      say.short.falseNegatives,
      say.short.falsePositives,
      say.short.trueNegatives,
      say.sensitivity,
      say.specificity,
      say.short.ppv,
      say.short.npv,
      say.alertsPerThousand,
    ],
    rows: rows.map((row) => {
      const at = row.atPrevalence;
      const alerts = at?.alertsPerThousand.value ?? null;
      return [
        format.metric(row.threshold),
        format.count(row.truePositives),
        format.count(row.falseNegatives),
        format.count(row.falsePositives),
        format.count(row.trueNegatives),
        format.metric(row.sensitivity.value),
        format.metric(row.specificity.value),
        format.metric(at?.ppv.value ?? null),
        format.metric(at?.npv.value ?? null),
        alerts === null ? format.unknown : format.decimal(alerts, 1),
      ];
    }),
  };
}
