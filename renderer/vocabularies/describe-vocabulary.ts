import type { VocabularyView } from '#contract/vocabulary.ts';
import type { Formats } from '../format/formats.ts';
import type { VocabulariesMessages } from '../messages/vocabularies/messages.ts';

/** "WordPiece, trained: 600 tokens", "extended by 40 to 640 tokens". */
export function describeVocabulary(
  { kind, algorithm, size, addedCount }: VocabularyView,
  say: VocabulariesMessages,
  { count }: Pick<Formats, 'count'>,
): string {
  if (kind === 'extended') return say.extended(count(addedCount ?? 0), size);
  return algorithm === null ? say.trained(size) : say.trainedBy(say.algorithms[algorithm], size);
}
