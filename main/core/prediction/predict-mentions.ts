import { splitSentences } from '#core/corpus/split-sentences.ts';
import { splitWords } from '#core/corpus/split-words.ts';
import type { TaggedSentence } from '#core/domain/text.ts';
import type { TextReading } from '#core/library/model-record.ts';
import type { Tokenizer } from '#core/tokenise/tokenizer.ts';
import {
  encodeSentences,
  outsideTag,
  valuesOfWords,
  type SentenceWindow,
} from '#core/training/encode-sentences.ts';
import type { Predictor } from '#core/training/ports.ts';
import { predictLogits } from '#core/training/predict-logits.ts';
import { readTaggedWords, tagWords } from '#core/training/read-tagged-words.ts';
import type { EntityPrediction, Mention } from './prediction.ts';

export interface MentionFinder {
  readonly tokenizer: Tokenizer;
  /** "O", and B- and I- of each type, in the order of the classifier's rows. */
  readonly tags: readonly string[];
  readonly reading: TextReading;
  readonly session: Predictor;
}

/** A sentence of a text, with where it begins in it. */
interface PlacedSentence {
  readonly text: number;
  readonly origin: number;
  readonly sentence: TaggedSentence;
}

/** The entities of each text, in their order. Sentences and words are split as for training. */
export async function findMentions(
  { tokenizer, tags, reading, session }: MentionFinder,
  texts: readonly string[],
): Promise<EntityPrediction[]> {
  const placed = texts.flatMap(placeSentences);
  const { windows } = encodeSentences(
    placed.map(({ sentence }) => sentence),
    tokenizer,
    { maxTokens: reading.maxTokens, tags },
  );
  const examples = windows.flat().map(({ example }) => example);
  const logits = await predictLogits(session, examples, { paddingId: tokenizer.special.padding });
  const found = texts.map((): Mention[] => []);
  let next = 0;
  for (const [index, { text, origin, sentence }] of placed.entries()) {
    const ofSentence = windows[index];
    const ofWindows = logits.slice(next, next + ofSentence.length);
    next += ofSentence.length;
    for (const mention of readMentions(sentence, {
      windows: ofSentence,
      logits: ofWindows,
      tags,
    })) {
      found[text].push({
        ...mention,
        start: origin + mention.start,
        end: origin + mention.end,
      });
    }
  }
  return found.map((mentions) => ({ kind: 'entities', mentions }));
}

function placeSentences(whole: string, text: number): PlacedSentence[] {
  return splitSentences(whole).map(({ start, end }) => {
    const own = whole.slice(start, end);
    const words = splitWords(own);
    const tags = words.map(() => outsideTag);
    return { text, origin: start, sentence: { id: '', text: own, words, tags, groupId: null } };
  });
}

function readMentions(
  { words }: TaggedSentence,
  said: {
    readonly windows: readonly SentenceWindow[];
    readonly logits: readonly (readonly Float32Array[])[];
    readonly tags: readonly string[];
  },
): Mention[] {
  const ofWords = valuesOfWords(words.length, said.windows, said.logits);
  return readTaggedWords(tagWords(ofWords, said.tags)).map(({ start, end, ...found }) => ({
    ...found,
    start: words[start].start,
    end: words[end - 1].end,
  }));
}
