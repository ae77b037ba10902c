import { parseStated, fromPercent } from '#core/evaluation/consistency/parse-stated.ts';
import type {
  PlacedFigure,
  Stated,
  StatedComparison,
  StatedScores,
  StatedTables,
} from '#core/evaluation/consistency/stated.ts';
import type { MetricName } from '#core/evaluation/metrics/metric-names.ts';
import type { Compared } from '../document/report-document.ts';
import { plainWords, readColumn, type ColumnMeaning } from './read-column.ts';

/** A table of text, from a report or from a file. */
export interface TextTable {
  /** As people find it: a caption, or a file. */
  readonly name: string;
  /** Of all its rows, where no column says it. */
  readonly task: string;
  /** Whether its numbers are of one test or means over several. */
  readonly of: 'one-test' | 'means';
  readonly columns: readonly string[];
  readonly rows: readonly TextRow[];
}

export interface TextRow {
  readonly cells: readonly string[];
  readonly isPartial?: boolean;
  readonly compared?: Compared;
}

interface Reader {
  readonly table: TextTable;
  readonly meanings: readonly (ColumnMeaning | null)[];
  readonly isPercent: boolean;
}

/** What a table says of models, as far as its columns are known. */
export function readTable(table: TextTable): StatedTables {
  const meanings = table.columns.map(readColumn);
  const reader: Reader = { table, meanings, isPercent: countsInHundreds(table, meanings) };
  const kinds = new Set(meanings.map((meaning) => meaning?.kind));
  if (kinds.has('p') || kinds.has('difference')) {
    return {
      scores: [],
      comparisons: table.rows.map((row, index) => readComparison(row, index, reader)),
    };
  }
  return {
    scores: kinds.has('metric-name') ? readLong(reader) : readWide(reader),
    comparisons: [],
  };
}

const sumWords = new Set(
  ['all', 'overall', 'total', 'alle', 'todas', 'todos', 'toate', 'todas las clases'].map(
    plainWords,
  ),
);
const averages = ['macro', 'micro', 'weighted'] as const;

/** A class, or how all of them are averaged where a row stands for all. */
function readLabel(text: string | null): {
  readonly label: string | null;
  readonly average: (typeof averages)[number] | null;
} {
  if (text === null) return { label: null, average: null };
  const words = plainWords(text);
  const average = averages.find((each) => words === each || words.startsWith(`${each} a`)) ?? null;
  const isAll = average !== null || sumWords.has(words);
  return { label: isAll ? null : text, average };
}

/** A row per model and class, a column per metric. */
function readWide(reader: Reader): StatedScores[] {
  const { table, meanings } = reader;
  const labelled = meanings.some((meaning) => meaning?.kind === 'label');
  return table.rows.flatMap((row, index): StatedScores[] => {
    const { label, average } = readLabel(cellOf(row, 'label', meanings));
    const figures = new Map<MetricName, PlacedFigure>();
    meanings.forEach((meaning, column) => {
      if (meaning?.kind !== 'metric') return;
      const figure = readFigure(row, { index, column }, reader);
      if (figure !== null) figures.set(averagedName(meaning.name, average), figure);
    });
    if (figures.size === 0) return [];
    return [
      {
        ...namesOf(row, reader),
        label,
        // A row for all classes of a table by class says plain names of averages that it does not name.
        of: labelled && label === null && average === null ? 'means' : table.of,
        test: '',
        isPartial: row.isPartial === true,
        exampleCount: countOf(row, 'example-count', meanings),
        figures,
      },
    ];
  });
}

/** A row per metric, model and class, a column per test. */
function readLong(reader: Reader): StatedScores[] {
  const { table, meanings } = reader;
  const found = new Map<string, StatedScores & { figures: Map<MetricName, PlacedFigure> }>();
  table.rows.forEach((row, index) => {
    const metric = readColumn(cellOf(row, 'metric-name', meanings) ?? '');
    if (metric?.kind !== 'metric') return;
    const { label } = readLabel(cellOf(row, 'label', meanings));
    meanings.forEach((meaning, column) => {
      if (meaning?.kind !== 'test') return;
      const figure = readFigure(row, { index, column }, reader);
      if (figure === null) return;
      const names = namesOf(row, reader);
      const key = JSON.stringify([names.task, names.model, label, meaning.test]);
      const scores = found.get(key) ?? {
        ...names,
        label,
        of: 'one-test',
        test: meaning.test,
        // Whether a class occurs in a fold is not printed there.
        isPartial: true,
        exampleCount: null,
        figures: new Map<MetricName, PlacedFigure>(),
      };
      scores.figures.set(metric.name, figure);
      found.set(key, scores);
    });
  });
  return [...found.values()];
}

function readComparison(row: TextRow, index: number, reader: Reader): StatedComparison {
  const { meanings } = reader;
  const figureOf = (kind: 'difference' | 'p' | 'p-holm') => {
    const column = meanings.findIndex((meaning) => meaning?.kind === kind);
    if (column < 0) return null;
    const stated = parseStated(row.cells[column] ?? '');
    return stated === null ? null : { stated, place: placeOf(row, { index, column }, reader) };
  };
  const metric = readColumn(cellOf(row, 'metric-name', meanings) ?? '');
  const { compared } = row;
  const isOther = compared?.pairCount === null;
  return {
    task: compared?.task ?? namesOf(row, reader).task,
    modelA: compared?.modelA ?? cellOf(row, 'model-a', meanings),
    modelB: compared?.modelB ?? cellOf(row, 'model-b', meanings),
    metric: compared?.metric ?? (metric?.kind === 'metric' ? metric.name : null),
    pairCount: compared === undefined ? countOf(row, 'pair-count', meanings) : compared.pairCount,
    // What another test decides is of other folds, and adjusted by the p of that test.
    difference: isOther ? null : figureOf('difference'),
    p: isOther ? null : figureOf('p'),
    pHolm: isOther ? null : figureOf('p-holm'),
  };
}

interface At {
  readonly index: number;
  readonly column: number;
}

function readFigure(row: TextRow, at: At, reader: Reader): PlacedFigure | null {
  const cell = row.cells[at.column] ?? '';
  const stated = parseStated(cell);
  if (stated === null) return null;
  const scaled: Stated = reader.isPercent || /^[^(±]*%/.test(cell) ? fromPercent(stated) : stated;
  return { stated: scaled, place: placeOf(row, at, reader) };
}

function placeOf(row: TextRow, { index, column }: At, { table, meanings }: Reader) {
  const about = (['model', 'label', 'model-a', 'model-b'] as const)
    .flatMap((kind) => cellOf(row, kind, meanings) ?? [])
    .join(', ');
  const { name, columns } = table;
  return {
    table: name,
    row: index + 1,
    about: about === '' ? (row.cells[0] ?? '') : about,
    column: columns[column],
  };
}

function namesOf(row: TextRow, { table, meanings }: Reader) {
  return {
    task: cellOf(row, 'task', meanings) ?? table.task,
    model: cellOf(row, 'model', meanings) ?? '',
  };
}

function averagedName(name: MetricName, average: (typeof averages)[number] | null): MetricName {
  if (average === null || (name !== 'precision' && name !== 'recall' && name !== 'f1')) return name;
  return `${name}-${average}`;
}

function cellOf(
  row: TextRow,
  kind: ColumnMeaning['kind'],
  meanings: Reader['meanings'],
): string | null {
  const column = meanings.findIndex((meaning) => meaning?.kind === kind);
  return column < 0 ? null : (row.cells[column] ?? '').trim();
}

function countOf(
  row: TextRow,
  kind: 'example-count' | 'pair-count',
  meanings: Reader['meanings'],
): number | null {
  const text = cellOf(row, kind, meanings)?.replace(/[.,\s\u00a0\u202f](?=\d{3}\b)/g, '') ?? '';
  return /^\d+$/.test(text) && Number(text) > 0 ? Number(text) : null;
}

/** Whether most figures of a table are above what a share can be. */
function countsInHundreds({ rows }: TextTable, meanings: Reader['meanings']): boolean {
  const values = rows.flatMap(({ cells }) =>
    meanings.flatMap((meaning, column) =>
      meaning?.kind === 'metric' && meaning.name !== 'support'
        ? (parseStated(cells[column] ?? '')?.value ?? [])
        : [],
    ),
  );
  return values.filter((value) => Math.abs(value) > 1.5).length * 2 > values.length;
}
