import type { ModelLine } from '#contract/models.ts';
import { nameFamily, nameHead, nameLanguages, originNames } from './names.ts';

/** What a list of models is narrowed to; an empty string narrows nothing. */
export interface ModelFilter {
  /** Words that all stand somewhere in the line, in any order. */
  readonly text: string;
  /** One of `listChoices().families`. */
  readonly family: string;
  /** What it does, one of `listChoices().kinds`. */
  readonly kind: string;
  /** One of `listChoices().sources`. */
  readonly source: string;
}

export const noFilter: ModelFilter = { text: '', family: '', kind: '', source: '' };

/** What stands in a line, as a user sees it: words are found wherever they are read. */
function readableLine(model: ModelLine): string {
  return [
    model.name,
    model.reference,
    nameFamily(model.family),
    nameHead(model.head),
    originNames[model.origin],
    model.study?.name ?? '',
    model.parent?.name ?? '',
    nameLanguages(model.languages),
  ].join('\n');
}

const fold = (text: string) => text.normalize('NFC').toLowerCase();

/** The lines that fit all parts of a filter, in their order. */
export function filterModels(models: readonly ModelLine[], filter: ModelFilter): ModelLine[] {
  const words = fold(filter.text).split(/\s+/).filter(Boolean);
  return models.filter((model) => {
    if (filter.family !== '' && nameFamily(model.family) !== filter.family) return false;
    if (filter.kind !== '' && nameHead(model.head) !== filter.kind) return false;
    if (filter.source !== '' && !sourcesOf(model).includes(filter.source)) return false;
    if (words.length === 0) return true;
    const line = fold(readableLine(model));
    return words.every((word) => line.includes(word));
  });
}

/** How it came to be, and in which study. */
function sourcesOf({ origin, study }: ModelLine): string[] {
  return study === null ? [originNames[origin]] : [originNames[origin], inStudy(study.name)];
}

function inStudy(name: string): string {
  return `in ${name}`;
}

export interface FilterChoices {
  readonly families: readonly string[];
  readonly kinds: readonly string[];
  readonly origins: readonly string[];
  readonly studies: readonly string[];
}

/** Only what occurs: a choice never leads to nothing by itself. */
export function listChoices(models: readonly ModelLine[]): FilterChoices {
  const distinct = (texts: Iterable<string>) =>
    [...new Set(texts)].sort((a, b) => a.localeCompare(b, 'en'));
  return {
    families: distinct(models.map(({ family }) => nameFamily(family))),
    kinds: distinct(models.map(({ head }) => nameHead(head))),
    origins: distinct(models.map(({ origin }) => originNames[origin])),
    studies: distinct(models.flatMap(({ study }) => (study === null ? [] : [inStudy(study.name)]))),
  };
}

/** "“bert”, RoBERTa, in first"; empty where nothing is filtered. */
export function describeFilter({ text, family, kind, source }: ModelFilter): string {
  const quoted = text.trim() === '' ? '' : `“${text.trim()}”`;
  return [quoted, family, kind, source].filter(Boolean).join(', ');
}
