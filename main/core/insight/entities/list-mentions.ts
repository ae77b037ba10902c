import { RandomStream } from '#core/base/random-stream.ts';
import { flattenDocument } from '#core/collection/sets/flatten-set.ts';
import type { SpannedDocument } from '#core/collection/sets/flatten-spans.ts';
import type { Span, TaggedSentence } from '#core/domain/text.ts';
import { readEntities } from '#core/evaluation/entities/read-entities.ts';

/** Words of a sentence whose vector is wanted. */
export interface WordRun {
  /** Place of its sentence. */
  readonly sentence: number;
  /** Words, `end` exclusive. */
  readonly start: number;
  readonly end: number;
}

/** A mention, or a random word, and where it stands. */
export interface PlacedMention extends WordRun {
  /** Null for a random word. */
  readonly type: string | null;
  /** Place of its document. */
  readonly document: number;
  /** UTF-16 units of the document's text. */
  readonly span: Span;
  /** In lower case, blanks as one. */
  readonly surface: string;
}

export interface ListedMentions {
  /** As training reads them. */
  readonly sentences: readonly TaggedSentence[];
  /** Mentions in the order of the texts, then random words. */
  readonly mentions: readonly PlacedMention[];
  /** [documents] patient, or the document itself. */
  readonly groups: readonly string[];
}

/** As many as make a baseline that moves little from seed to seed. */
export const baselineWords = 2000;

/**
 * The mentions of labelled documents, with sentences and words as they are cut for training, and
 * random words of the same sentences, drawn without return from all that hold a letter.
 */
export function listMentions(documents: Iterable<SpannedDocument>, seed: number): ListedMentions {
  const sentences: TaggedSentence[] = [];
  const found: PlacedMention[] = [];
  const words: PlacedMention[] = [];
  const groups: string[] = [];
  for (const each of documents) {
    const document = groups.push(each.patient ?? each.id) - 1;
    let from = 0;
    for (const sentence of flattenDocument(each, 'tagged-sentences').items) {
      const origin = each.text.indexOf(sentence.text, from);
      from = origin + sentence.text.length;
      const place = (start: number, end: number, type: string | null): PlacedMention => {
        const span = { start: sentence.words[start].start, end: sentence.words[end - 1].end };
        return {
          sentence: sentences.length,
          start,
          end,
          type,
          document,
          span: { start: origin + span.start, end: origin + span.end },
          surface: surfaceOf(sentence.text.slice(span.start, span.end)),
        };
      };
      for (const { start, end, type } of readEntities(sentence.tags)) {
        found.push(place(start, end, type));
      }
      sentence.words.forEach(({ start, end }, index) => {
        if (/\p{L}/u.test(sentence.text.slice(start, end)))
          words.push(place(index, index + 1, null));
      });
      sentences.push(sentence);
    }
  }
  return { sentences, mentions: [...found, ...draw(words, seed)], groups };
}

function draw(words: PlacedMention[], seed: number): PlacedMention[] {
  const order = new RandomStream(seed, 'baseline words').shuffle(Int32Array.from(words.keys()));
  return Array.from(order.subarray(0, baselineWords).sort(), (index) => words[index]);
}

function surfaceOf(text: string): string {
  return text.toLowerCase().replace(/\s+/gu, ' ');
}
