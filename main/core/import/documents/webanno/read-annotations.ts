import type { CasAnnotation } from '../cas/cas-mentions.ts';
import { splitCell, type TsvFile, type TsvLayer, type TsvRow, unescapeTsv } from './read-rows.ts';

/** A value in a cell, with the number that tells annotations on the same words apart. */
interface CellValue {
  /** Null where the annotation has no value for the feature. */
  readonly value: string | null;
  readonly id: string | null;
}

function readCell(cell: string): CellValue[] {
  if (cell === '_' || cell === '') return [];
  return splitCell(cell, '|').map((piece) => {
    const id = /(?<!\\)\[(\d+)\]$/.exec(piece)?.[1] ?? null;
    const value = id === null ? piece : piece.slice(0, piece.length - id.length - 2);
    return { value: value === '*' || value === '_' ? null : unescapeTsv(value), id };
  });
}

interface OpenAnnotation {
  begin: number;
  end: number;
  readonly features: Record<string, string>;
  readonly line: number;
}

/** The annotations of one layer, of which those with a number go over several rows. */
function readLayer(
  { name, features }: TsvLayer,
  rows: Iterable<TsvRow>,
  firstColumn: number,
): CasAnnotation[] {
  const numbered = new Map<string, OpenAnnotation>();
  const all: OpenAnnotation[] = [];
  for (const { begin, end, line, cells } of rows) {
    const width = Math.max(1, features.length);
    const columns = Array.from({ length: width }, (_, index) =>
      readCell(cells[firstColumn + index] ?? '_'),
    );
    const count = columns.reduce((most, values) => Math.max(most, values.length), 0);
    for (let stacked = 0; stacked < count; stacked++) {
      const values = columns.map((each) => each.at(stacked));
      const id = values.find((each) => typeof each?.id === 'string')?.id ?? null;
      const known = id === null ? undefined : numbered.get(id);
      if (known !== undefined) {
        known.begin = Math.min(known.begin, begin);
        known.end = Math.max(known.end, end);
        continue;
      }
      const named: Record<string, string> = {};
      for (const [index, feature] of features.entries()) {
        const value = values[index]?.value;
        if (typeof value === 'string') named[feature] = value;
      }
      const annotation = { begin, end, features: named, line };
      all.push(annotation);
      if (id !== null) numbered.set(id, annotation);
    }
  }
  return all.map(({ begin, end, features: values, line }) => ({
    id: null,
    type: name,
    begin,
    end,
    features: values,
    line,
  }));
}

/** Annotations of the layers of spans, and how many cells the others fill. */
export function readTsvAnnotations({ layers, sentences }: TsvFile): {
  readonly spans: readonly CasAnnotation[];
  readonly others: ReadonlyMap<string, number>;
} {
  const spans: CasAnnotation[] = [];
  const others = new Map<string, number>();
  let column = 0;
  const rows = sentences.flatMap((sentence) => sentence.rows);
  for (const layer of layers) {
    const annotations = readLayer(layer, rows, column);
    column += Math.max(1, layer.features.length);
    if (layer.kind !== 'span') {
      if (annotations.length > 0) others.set(layer.name, annotations.length);
      continue;
    }
    for (const each of annotations) spans.push(each);
  }
  return { spans, others };
}
