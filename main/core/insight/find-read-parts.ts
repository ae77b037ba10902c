import type { ReadParts } from '#core/domain/note-explanation.ts';
import type { Span } from '#core/domain/text.ts';
import {
  classifyTexts,
  probabilitiesOf,
  type TextClassifier,
} from '#core/prediction/predict-classes.ts';
import { listStretches } from '#core/training/note-readings.ts';

/**
 * Which parts of a note an explanation is about. A note that fits the model is explained whole. Of a
 * longer one the model reads some tokens, and without a word others would take its place: so the
 * parts that it reads are explained by themselves, and of several windows the one in which the class
 * is likeliest.
 */
export async function findReadParts(
  classifier: TextClassifier,
  text: string,
  classIndex: number,
): Promise<ReadParts> {
  const { tokenizer, reading } = classifier;
  const { starts, ends } = tokenizer.encode(text);
  const room = reading.maxTokens - 2;
  const isWhole = starts.length <= room;
  const stretches = isWhole
    ? [[{ start: 0, end: text.length }]]
    : listStretches(starts.length, room, reading.longNotes).map((runs) =>
        runs.map(({ start, end }) => ({ start: starts[start], end: ends[end - 1] })),
      );
  const texts = stretches.map((parts) => joinParts(text, parts));
  const logits = await classifyTexts(classifier, texts);
  const said = logits.map((ofStretch) => probabilitiesOf(classifier, ofStretch)[classIndex]);
  const likeliest = said.reduce((best, each, index) => (each > said[best] ? index : best), 0);
  const count = stretches.length;
  return {
    parts: stretches[likeliest],
    window: count === 1 ? null : { number: likeliest + 1, count },
    probability: said[likeliest],
  };
}

/** Parts of a text as one, in which a line ends each. */
export function joinParts(text: string, parts: readonly Span[]): string {
  return parts.map(({ start, end }) => text.slice(start, end)).join('\n');
}

/** Offsets of the joined parts → offsets of the whole text. */
export function placeInWhole({ start, end }: Span, parts: readonly Span[]): Span {
  let before = 0;
  for (const part of parts) {
    const length = part.end - part.start;
    if (start < before + length) {
      const shift = part.start - before;
      return { start: start + shift, end: end + shift };
    }
    before += length + 1;
  }
  return { start, end };
}
