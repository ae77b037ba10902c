/** One of many equal things that stand in rows, such as the folds of models. Both from 0. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** The nearest place that there is; rows may differ in length and become shorter. */
export function keepInRows({ row, column }: Place, lengths: readonly number[]): Place {
  const nearest = clamp(row, lengths.length);
  return { row: nearest, column: clamp(column, lengths[nearest] ?? 0) };
}

/** Where a key leads from a place; null for a key that moves nothing. */
export function moveInRows(key: string, from: Place, lengths: readonly number[]): Place | null {
  const { row, column } = from;
  const places: Readonly<Record<string, Place>> = {
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    Home: { row, column: 0 },
    End: { row, column: Infinity },
  };
  return Object.hasOwn(places, key) ? keepInRows(places[key], lengths) : null;
}

function clamp(index: number, length: number): number {
  return Math.max(0, Math.min(index, length - 1));
}
