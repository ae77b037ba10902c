import { Option, type Command } from 'commander';
import type { ColumnMapping, ReadOptions } from '#core/import/documents/document-format.ts';
import {
  type DocumentFormatName,
  documentFormats,
} from '#core/import/documents/document-formats.ts';
import { textEncodings } from '#core/import/text-encoding.ts';
import type { ImportChoice } from '#core/collection/documents/import-choice.ts';

/** How `collection import` is told what stands where. */
export interface ReadFlags {
  readonly format?: DocumentFormatName;
  readonly encoding?: ReadOptions['encoding'];
  readonly separator?: string;
  readonly offsetUnit?: ReadOptions['offsetUnit'];
  readonly unit?: ReadOptions['unit'];
  readonly textColumn: readonly string[];
  readonly labelColumn?: string;
  readonly idColumn?: string;
  readonly patientColumn?: string;
  readonly dateColumn?: string;
  readonly languageColumn?: string;
  readonly kindColumn?: string;
  readonly dateOrder?: ReadOptions['dateOrder'];
  readonly language?: string;
}

const separators = { comma: ',', semicolon: ';', tab: '\t' } as const;
const gather = (value: string, before: readonly string[]) => [...before, value];

export function addReadOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--format <name>', 'recognised unless given').choices(
        Object.keys(documentFormats),
      ),
    )
    .addOption(
      new Option('--encoding <name>', 'recognised unless given').choices([...textEncodings]),
    )
    .addOption(
      new Option('--separator <name>', 'of columns; recognised unless given').choices(
        Object.keys(separators),
      ),
    )
    .addOption(
      new Option('--offset-unit <unit>', 'what offsets count; recognised unless given').choices([
        'code-points',
        'utf-16',
        'bytes',
        'graphemes',
      ]),
    )
    .addOption(
      new Option('--unit <unit>', 'what is one document of a plain text').choices([
        'file',
        'block',
        'line',
      ]),
    )
    .option(
      '--text-column <column>',
      'column with text; several are joined, each under its heading: "History=anamnesis"',
      gather,
      [] as readonly string[],
    )
    .option('--label-column <column>', 'column with the class of a document')
    .option('--id-column <column>', 'column with the id of a document')
    .option('--patient-column <column>', 'column that tells whose text it is')
    .option('--date-column <column>', 'column with the date')
    .option('--language-column <column>', 'column with the language')
    .option('--kind-column <column>', 'column with the kind of document')
    .addOption(
      new Option('--date-order <order>', 'of dates that can be read two ways').choices([
        'day-month-year',
        'month-day-year',
        'year-month-day',
      ]),
    )
    .option('--language <tag>', 'of all documents, such as nl; recognised unless given');
}

/** The choice that the flags make, over one that was kept. */
export function choiceOf(flags: ReadFlags, kept: ImportChoice = {}): ImportChoice {
  const { format, language, encoding, offsetUnit, unit, dateOrder } = flags;
  const separator =
    flags.separator === undefined
      ? undefined
      : separators[flags.separator as keyof typeof separators];
  const mapping = mappingOf(flags, kept.options?.mapping);
  const given = { encoding, separator, offsetUnit, unit, dateOrder, mapping };
  return {
    ...kept,
    ...dropUndefined({ format, language }),
    options: { ...kept.options, ...dropUndefined(given) },
  };
}

function mappingOf(flags: ReadFlags, kept: ColumnMapping | undefined): ColumnMapping | undefined {
  const named = {
    label: flags.labelColumn,
    id: flags.idColumn,
    patient: flags.patientColumn,
    date: flags.dateColumn,
    language: flags.languageColumn,
    kind: flags.kindColumn,
  };
  const text = flags.textColumn.map(toTextColumn);
  if (text.length === 0 && Object.values(named).every((name) => name === undefined)) return kept;
  const none = { label: null, id: null, patient: null, date: null, language: null, kind: null };
  return {
    ...none,
    ...kept,
    ...dropUndefined(named),
    text: text.length === 0 ? (kept?.text ?? []) : text,
  };
}

function toTextColumn(argument: string): ColumnMapping['text'][number] {
  const [, heading, column] = /^([^=]*)=(.+)$/s.exec(argument) ?? [];
  return column === undefined ? { column: argument, heading: null } : { column, heading };
}

function dropUndefined<Values extends object>(
  values: Values,
): { [Key in keyof Values]?: Exclude<Values[Key], undefined> } {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [Key in keyof Values]?: Exclude<Values[Key], undefined> };
}
