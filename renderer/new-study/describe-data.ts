import type { PlanCheck } from '#contract/plan.ts';
import { formatBytes } from '../format/bytes.ts';
import { count } from '../format/number.ts';

type Data = PlanCheck['corpora'][number];

/** "1 file, 12.2 kB, 101 documents", or that it was looked at in part only. */
export function describeData(data: Data, noun: string, plural: string): string {
  const { fileCount, sizeBytes, seenShare, itemCount } = data;
  const files = `${count(fileCount, 'file')}, ${formatBytes(sizeBytes)}`;
  const items = count(itemCount, noun, plural);
  if (seenShare === 1) return `${files}, ${items}`;
  const percent = 100 * seenShare;
  const share = percent < 0.1 ? 'less than 0.1' : percent.toPrecision(2);
  return `${files}, about ${items} (looked at the first ${share} % only)`;
}

const namedLabels = 12;

/** "no-test 30, offer-test 30", at most a dozen. */
export function describeLabels(labels: PlanCheck['tasks'][number]['labels']): string {
  const named = labels.slice(0, namedLabels).map(({ label, count: seen }) => `${label} ${seen}`);
  const more = labels.length - named.length;
  return [...named, ...(more > 0 ? [`${more} more`] : [])].join(', ');
}
