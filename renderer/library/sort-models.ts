import type { ModelLine } from '#contract/models.ts';
import type { Formats } from '../format/formats.ts';
import type { LibraryMessages, ModelColumn } from '../messages/library/messages.ts';
import { nameFamily } from './names.ts';

/** What each column is sorted by, in the order of the columns. */
const keys = {
  name: (model) => nameModel(model),
  origin: (model, { origins }) => `${origins[model.origin]} ${model.study?.name ?? ''}`,
  family: (model) => nameFamily(model.family),
  parameters: (model) => model.parameterCount,
  size: (model) => model.weightsBytes,
  vocabulary: (model) => model.vocabularySize,
  languages: (model, _, { languages }) => languages(model.languages) || null,
  stored: (model) => model.createdAtMs,
} as const satisfies Record<
  ModelColumn,
  (model: ModelLine, say: LibraryMessages, formats: Formats) => string | number | null
>;

export type SortKey = keyof typeof keys;

export interface ModelOrder {
  readonly key: SortKey;
  readonly descending: boolean;
}

export const newestFirst: ModelOrder = { key: 'stored', descending: true };

/** What a line is called: a superseded model has only an id for its reference. */
export function nameModel({ origin, name, reference }: ModelLine): string {
  return origin === 'superseded' ? name : reference;
}

/** Words from A, figures from the largest; chosen again, the other way round. */
export function chooseOrder(order: ModelOrder, key: SortKey, isFigure: boolean): ModelOrder {
  return { key, descending: order.key === key ? !order.descending : isFigure };
}

/**
 * What is not known comes last in both directions; equals stay the newest first. Models of folds and those
 * that nobody needs come after all others, whatever the order: they are many, and not those to use.
 */
export function sortModels(
  models: readonly ModelLine[],
  { key, descending }: ModelOrder,
  say: LibraryMessages,
  formats: Formats,
): ModelLine[] {
  const sign = descending ? -1 : 1;
  return models
    .map((model) => ({ model, value: keys[key](model, say, formats) }))
    .sort((a, b) => {
      const place = placeOf(a.model) - placeOf(b.model);
      if (place !== 0) return place;
      if (a.value === null || b.value === null)
        return Number(a.value === null) - Number(b.value === null);
      return sign * compare(a.value, b.value, formats);
    })
    .map(({ model }) => model);
}

function placeOf({ isOfFold, origin }: ModelLine): number {
  return origin === 'superseded' ? 2 : isOfFold ? 1 : 0;
}

function compare(a: string | number, b: string | number, formats: Formats): number {
  return typeof a === 'number' && typeof b === 'number'
    ? a - b
    : formats.compare(String(a), String(b));
}
