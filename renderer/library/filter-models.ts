import type { ModelLine } from '#contract/models.ts';
import type { Formats } from '../format/formats.ts';
import type { LibraryMessages } from '../messages/library/messages.ts';
import { nameFamily, nameHead } from './names.ts';

/**
 * What a list of models is narrowed to; an empty string narrows nothing. It holds no words of a
 * language but those that were typed, so that it outlives a change of language.
 */
export interface ModelFilter {
  /** Words that all stand somewhere in the line, in any order. */
  readonly text: string;
  readonly family: string;
  /** What it does. */
  readonly kind: '' | Kind;
  readonly source: '' | Source;
}

type Kind = NonNullable<ModelLine['head']> | 'bare';
type Source = `origin/${ModelLine['origin']}` | `study/${string}`;

export const noFilter: ModelFilter = { text: '', family: '', kind: '', source: '' };

/** What stands in a line, as a user sees it: words are found wherever they are read. */
function readableLine(model: ModelLine, say: LibraryMessages, { languages }: Formats): string {
  return [
    model.name,
    model.reference,
    nameFamily(model.family),
    nameHead(model.head, say),
    say.origins[model.origin],
    model.study?.name ?? '',
    model.parent?.name ?? '',
    languages(model.languages),
  ].join('\n');
}

const fold = (text: string) => text.normalize('NFC').toLowerCase();
const kindOf = ({ head }: ModelLine): Kind => head ?? 'bare';

/** The lines that fit all parts of a filter, in their order. */
export function filterModels(
  models: readonly ModelLine[],
  filter: ModelFilter,
  say: LibraryMessages,
  formats: Formats,
): ModelLine[] {
  const words = fold(filter.text).split(/\s+/).filter(Boolean);
  return models.filter((model) => {
    if (filter.family !== '' && model.family !== filter.family) return false;
    if (filter.kind !== '' && kindOf(model) !== filter.kind) return false;
    if (filter.source !== '' && !sourcesOf(model).includes(filter.source)) return false;
    if (words.length === 0) return true;
    const line = fold(readableLine(model, say, formats));
    return words.every((word) => line.includes(word));
  });
}

/** How it came to be, and in which study. */
function sourcesOf({ origin, study }: ModelLine): Source[] {
  return study === null ? [`origin/${origin}`] : [`origin/${origin}`, `study/${study.name}`];
}

export interface Choice {
  readonly value: string;
  readonly text: string;
}

export interface FilterChoices {
  readonly families: readonly Choice[];
  readonly kinds: readonly Choice[];
  readonly origins: readonly Choice[];
  readonly studies: readonly Choice[];
}

/** Only what occurs: a choice never leads to nothing by itself. */
export function listChoices(
  models: readonly ModelLine[],
  say: LibraryMessages,
  { compare }: Formats,
): FilterChoices {
  const distinct = <Value extends string>(
    values: readonly Value[],
    name: (value: Value) => string,
  ) =>
    [...new Set(values)]
      .map((value) => ({ value, text: name(value) }))
      .sort((a, b) => compare(a.text, b.text));
  const sources = models.flatMap(sourcesOf);
  const nameIt = (source: Source) => nameSource(source, say);
  return {
    families: distinct(
      models.map(({ family }) => family),
      nameFamily,
    ),
    kinds: distinct(models.map(kindOf), (kind) => nameKind(kind, say)),
    origins: distinct(
      sources.filter((source) => source.startsWith('origin/')),
      nameIt,
    ),
    studies: distinct(
      sources.filter((source) => source.startsWith('study/')),
      nameIt,
    ),
  };
}

function nameKind(kind: Kind, say: LibraryMessages): string {
  return nameHead(kind === 'bare' ? null : kind, say);
}

function nameSource(source: Source, say: LibraryMessages): string {
  const name = source.slice(source.indexOf('/') + 1);
  return source.startsWith('study/') ? say.inStudy(name) : say.origins[name as ModelLine['origin']];
}

/** "“bert”, RoBERTa, in first"; empty where nothing is filtered. */
export function describeFilter(
  { text, family, kind, source }: ModelFilter,
  say: LibraryMessages,
): string {
  return [
    text.trim() === '' ? '' : say.quoted(text.trim()),
    nameFamily(family),
    kind === '' ? '' : nameKind(kind, say),
    source === '' ? '' : nameSource(source, say),
  ]
    .filter(Boolean)
    .join(', ');
}
