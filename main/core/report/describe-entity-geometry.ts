import { formatCount, formatDifference, formatP, formatScore } from '#core/base/format-number.ts';
import type {
  EntityGeometry,
  LikenessDifference,
  ModelGeometry,
  ResampledFigure,
} from '#core/domain/entity-geometry.ts';
import { writeTextTable } from './write-text-table.ts';

/** How alike mentions are within and between types, for the terminal: no text of notes is in it. */
export function describeEntityGeometry(geometry: EntityGeometry): string {
  const { mentions, groups, unread, resamples, models, differences } = geometry;
  const isThin = models.some(({ types }) => types.some((type) => type.isThin));
  return [
    `${formatCount(mentions)} mentions of ${formatCount(groups)} patients or documents` +
      (unread === 0 ? '' : `, ${formatCount(unread)} left out that a model could not read`),
    ...models.flatMap((model) => ['', ...describeModel(model)]),
    ...(differences.length === 0 ? [] : ['', ...describeDifferences(differences)]),
    '',
    `apart: pairs of other documents and words; 95 % intervals from ${formatCount(resamples)} resamples of documents`,
    ...(isThin ? ['* too few mentions or documents to claim anything'] : []),
  ].join('\n');
}

function describeModel(model: ModelGeometry): string[] {
  const { layer, layerCount, baseline, baselineWords, types, between } = model;
  const random = baseline === null ? 'none' : showFigure(baseline, formatScore);
  return [
    `${model.model}, layer ${layer} of ${layerCount}; ${formatCount(baselineWords)} random words: ${random}`,
    writeTextTable({
      header: ['type', 'mentions', 'documents', 'words', 'all', 'apart', 'above random', 'centred'],
      rows: types.map((type) => [
        markThin(type.type, type.isThin),
        ...[type.mentions, type.groups, type.surfaces].map(formatCount),
        type.all === null ? '–' : formatScore(type.all),
        showFigure(type.apart, formatScore),
        showFigure(type.lift, formatDifference),
        showFigure(type.centred, formatScore),
      ]),
      numeric: [1, 2, 3, 4],
    }),
    ...(types.length < 2
      ? []
      : [
          '',
          'between types, apart:',
          writeTextTable({
            header: ['', ...types.map(({ type }) => type)],
            rows: types.map(({ type, isThin }, row) => [
              markThin(type, isThin),
              ...between[row].map((value) => (value === null ? '–' : formatScore(value))),
            ]),
            numeric: types.map((_, index) => index + 1),
          }),
        ]),
  ];
}

function describeDifferences(differences: readonly LikenessDifference[]): string[] {
  return [
    'differences, on the same mentions and resamples:',
    writeTextTable({
      header: ['model', 'less', 'type', 'apart', 'above random', 'p', 'p (Holm)'],
      rows: differences.map(({ model, against, type, apart, lift, p, adjustedP }) => [
        model,
        against,
        markThin(type, adjustedP === null),
        showFigure(apart, formatDifference),
        showFigure(lift, formatDifference),
        formatP(p),
        formatP(adjustedP),
      ]),
      numeric: [],
    }),
  ];
}

function markThin(type: string, isThin: boolean): string {
  return isThin ? `${type} *` : type;
}

function showFigure(figure: ResampledFigure | null, format: (value: number) => string): string {
  if (figure === null) return '–';
  const { value, lower, upper } = figure;
  if (lower === null || upper === null) return format(value);
  return `${format(value)} (${format(lower)} to ${format(upper)})`;
}
