import type { ExplainedDocument } from '#core/domain/note-explanation.ts';
import { writeCsv } from './write-csv.ts';

/** A row for each word of each explanation, with its weight by each method; words are text of notes. */
export function writeExplanationsCsv(documents: readonly ExplainedDocument[]): string {
  const header = [
    'document',
    'model',
    'class',
    'probability',
    'method',
    'word',
    'places',
    'weight',
    'bar',
    'lower',
    'upper',
    'chosen in',
  ];
  const rows = documents.flatMap(({ id, explanations }) =>
    explanations.flatMap(({ model, label, probability, words, methods }) =>
      methods.flatMap(({ method, weights, bars }) =>
        words.map(({ word, spans }, index) => {
          const bar = bars.find((each) => each.word === index);
          return [
            id,
            model,
            label,
            probability,
            method,
            word,
            spans.length,
            weights[index],
            bar?.value ?? null,
            bar?.lower ?? null,
            bar?.upper ?? null,
            bar?.chosenIn ?? null,
          ];
        }),
      ),
    ),
  );
  return writeCsv([header, ...rows]);
}
