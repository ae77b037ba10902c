import type { EntityGeometry, ResampledFigure } from '#core/domain/entity-geometry.ts';
import { writeCsv, type CsvCell } from './write-csv.ts';

const header = [
  'figure',
  'model',
  'against',
  'layer',
  'type',
  'other type',
  'mentions',
  'documents',
  'words',
  'thin',
  'value',
  'lower',
  'upper',
  'p',
  'p holm',
];

/** A row for each figure of each model and type, and for each difference; no text of notes. */
export function writeEntityGeometryCsv({ models, differences }: EntityGeometry): string {
  const ofModels = models.flatMap(
    ({ model, layer, baseline, baselineWords, types, between, betweenCentred }): CsvCell[][] => {
      const row = (figure: string, of: Partial<Record<string, CsvCell>>) =>
        rowOf({ figure, model, layer, ...of });
      const within = types.flatMap((type) => {
        const counted = {
          type: type.type,
          mentions: type.mentions,
          documents: type.groups,
          words: type.surfaces,
          thin: type.isThin ? 'yes' : 'no',
        };
        return [
          row('all pairs', { ...counted, value: type.all }),
          row('apart', { ...counted, ...cellsOf(type.apart) }),
          row('above random', { ...counted, ...cellsOf(type.lift) }),
          row('centred', { ...counted, ...cellsOf(type.centred) }),
        ];
      });
      const across = types.flatMap(({ type }, one) =>
        types.slice(one + 1).flatMap((other, place) => [
          row('apart', { type, 'other type': other.type, value: between[one][one + 1 + place] }),
          row('centred', {
            type,
            'other type': other.type,
            value: betweenCentred[one][one + 1 + place],
          }),
        ]),
      );
      const random = row('random words', { words: baselineWords, ...cellsOf(baseline) });
      return [random, ...within, ...across];
    },
  );
  const compared = differences.flatMap(({ model, against, type, apart, lift, p, adjustedP }) => [
    rowOf({ figure: 'difference apart', model, against, type, ...cellsOf(apart) }),
    rowOf({
      figure: 'difference above random',
      model,
      against,
      type,
      ...cellsOf(lift),
      p,
      'p holm': adjustedP,
    }),
  ]);
  return writeCsv([header, ...ofModels, ...compared]);
}

function rowOf(cells: Partial<Record<string, CsvCell>>): CsvCell[] {
  return header.map((column) => cells[column] ?? null);
}

function cellsOf(figure: ResampledFigure | null): Partial<Record<string, CsvCell>> {
  return {
    value: figure?.value ?? null,
    lower: figure?.lower ?? null,
    upper: figure?.upper ?? null,
  };
}
