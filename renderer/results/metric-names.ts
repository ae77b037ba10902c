import type { MetricDescriptionView } from '#contract/study.ts';

/** Metric name → how it is shown; comes with every study. */
export type MetricDescriptions = Readonly<Record<string, MetricDescriptionView>>;

/** How a metric is called in tables; a name of an older study stays as it is. */
export function nameMetric(descriptions: MetricDescriptions, name: string): string {
  return descriptions[name]?.displayName ?? name;
}
