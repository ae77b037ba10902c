import type { MetricName } from '#contract/result.ts';
import type { MetricDescriptionView } from '#contract/study.ts';
import type { ResultsMessages } from '../messages/results/messages.ts';

/** Metric name → how the program calls it; comes with every study. */
export type MetricDescriptions = Readonly<Record<string, MetricDescriptionView>>;

type Say = Pick<ResultsMessages, 'metrics'>;

const isKnown = (say: Say, name: string): name is MetricName => Object.hasOwn(say.metrics, name);

const describe = (descriptions: MetricDescriptions, name: string) =>
  Object.hasOwn(descriptions, name) ? descriptions[name] : undefined;

/** How a metric is called in tables; a name of an older study stays as it is. */
export function nameMetric(descriptions: MetricDescriptions, name: string, say: Say): string {
  return isKnown(say, name)
    ? say.metrics[name].name
    : (describe(descriptions, name)?.displayName ?? name);
}

/** What a metric means, in one sentence; nothing for one that nobody knows. */
export function explainMetric(
  descriptions: MetricDescriptions,
  name: string,
  say: Say,
): string | undefined {
  return isKnown(say, name) ? say.metrics[name].meaning : describe(descriptions, name)?.meaning;
}
