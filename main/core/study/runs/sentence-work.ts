import type { TaggedSentence } from '#core/domain/text.ts';
import { countRepeated } from '#core/evaluation/folds/count-repeated.ts';
import { sentenceFoldItems } from '#core/evaluation/folds/fold-items.ts';
import type { ModelState } from '#core/library/model-state.ts';
import { encodeSentences, outsideTag } from '#core/training/encode-sentences.ts';
import { sidesOf } from '../data/sides-of.ts';
import type { PreparedEntities } from '../data/prepared-task.ts';
import { startsOf, windowsOf, type FoldWork } from './fold-work.ts';
import { judgeSentences } from './judge-fold.ts';

/** Sentences of a fold; those longer than the model are read in windows. */
export function sentenceWork(
  task: PreparedEntities,
  model: ModelState,
  options: { fold: number | null; maxTokens: number },
): FoldWork {
  const { windows, splitCount } = encodeSentences(task.sentences, model.tokenizer, {
    maxTokens: options.maxTokens,
    tags: task.tags,
  });
  const { train, test } = sidesOf(task, options.fold);
  const starts = startsOf(windows);
  // The others, often headings and formulas, give a model that remembers them nothing.
  const hasEntity = ({ tags }: TaggedSentence) => tags.some((tag) => tag !== outsideTag);
  const tagged = (side: Int32Array) => side.filter((item) => hasEntity(task.sentences[item]));
  return {
    head: { kind: 'token-classification', labelCount: task.tags.length },
    labels: task.tags,
    reading: { maxTokens: options.maxTokens, longNotes: 'head', positive: null },
    examples: windows.flat().map(({ example }) => example),
    train: [...train],
    test: [...test],
    examplesOf: (items) => windowsOf(items, starts),
    foldItems: () => sentenceFoldItems(task.sentences),
    weighLabels: () => null,
    cutCount: splitCount,
    unreadShare: null,
    repeatedCount: countRepeated(
      task.sentences.map(({ text }) => text),
      { train: tagged(train), test: tagged(test) },
    ),
    judge: (items, logits) =>
      judgeSentences(
        items.map((item) => ({ sentence: task.sentences[item], windows: windows[item] })),
        logits,
        task.tags,
      ),
  };
}
