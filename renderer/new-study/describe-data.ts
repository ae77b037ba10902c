import type { PlanCheck } from '#contract/plan.ts';
import type { Formats } from '../format/formats.ts';
import type { NewStudyMessages } from '../messages/new-study/messages.ts';

type Data = PlanCheck['corpora'][number];

/**
 * "1 file, 12.2 kB, 101 documents", of a set or collection "501 documents, …", or that it was looked at in part only. `countItems` says what
 * it counts.
 */
export function describeData(
  { format: source, fileCount, sizeBytes, seenShare, itemCount }: Data,
  countItems: (count: number) => string,
  say: Pick<NewStudyMessages, 'files' | 'documents' | 'seenInPart'>,
  format: Pick<Formats, 'bytes' | 'share'>,
): string {
  const items = countItems(itemCount);
  const seen =
    seenShare === 1 ? items : say.seenInPart(items, format.share(Number(seenShare.toPrecision(2))));
  const isOfWorkspace = source === 'set' || source === 'collection';
  const sources = isOfWorkspace ? say.documents(fileCount) : say.files(fileCount);
  return [sources, format.bytes(sizeBytes), seen].join(', ');
}

const namedLabels = 12;

/** "no-test 30, offer-test 30", at most a dozen. */
export function describeLabels(
  labels: PlanCheck['tasks'][number]['labels'],
  say: Pick<NewStudyMessages, 'moreLabels'>,
  format: Pick<Formats, 'count'>,
): string {
  const named = labels
    .slice(0, namedLabels)
    .map(({ label, count }) => `${label} ${format.count(count)}`);
  const more = labels.length - named.length;
  return [...named, ...(more > 0 ? [say.moreLabels(more)] : [])].join(', ');
}
