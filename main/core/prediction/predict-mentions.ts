import { splitSentences } from '#core/corpus/split-sentences.ts';
import { splitWords } from '#core/corpus/split-words.ts';
import { entropyOf, probabilityOf } from '#core/domain/class-probabilities.ts';
import type { TaggedSentence } from '#core/domain/text.ts';
import type { TextReading } from '#core/library/model-record.ts';
import type { Tokenizer } from '#core/tokenise/tokenizer.ts';
import { encodeSentences, outsideTag, valuesOfWords } from '#core/training/encode-sentences.ts';
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
  const doubts = texts.map(() => ({ bits: 0, words: 0 }));
  let next = 0;
  for (const [index, { text, origin, sentence }] of placed.entries()) {
    const ofSentence = windows[index];
    const ofWindows = logits.slice(next, next + ofSentence.length);
    next += ofSentence.length;
    const ofWords = valuesOfWords(sentence.words.length, ofSentence, ofWindows);
    doubts[text].words += ofWords.length;
    doubts[text].bits += ofWords.reduce((sum, ofWord) => sum + doubtOfWord(ofWord), 0);
    for (const mention of readMentions(sentence, ofWords, tags)) {
      found[text].push({
        ...mention,
        start: origin + mention.start,
        end: origin + mention.end,
      });
    }
  }
  return found.map((mentions, text) => ({
    kind: 'entities',
    mentions,
    doubt: doubts[text].bits / Math.max(1, doubts[text].words),
  }));
}

/** Null for a word of which the tokenizer left nothing: it is outside for certain. */
function doubtOfWord(logits: Float32Array | null): number {
  if (logits === null) return 0;
  return entropyOf(Array.from(logits, (_, tag) => probabilityOf(logits, tag)));
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
  ofWords: readonly (Float32Array | null)[],
  tags: readonly string[],
): Mention[] {
  return readTaggedWords(tagWords(ofWords, tags)).map(({ start, end, ...found }) => ({
    ...found,
    start: words[start].start,
    end: words[end - 1].end,
  }));
}
