import { keepInRows, moveInRows, type Place } from './move-in-rows.ts';

/**
 * One stop for the Tab key in rows of many equal things; arrow keys go from one to the next. Each
 * thing carries the attributes that `attributesOf` gives.
 */
export class RowsFocus {
  readonly #lengths: () => readonly number[];
  #last = $state.raw<Place>({ row: 0, column: 0 });
  readonly #stop: Place = $derived.by(() => keepInRows(this.#last, this.#lengths()));

  constructor(lengths: () => readonly number[]) {
    this.#lengths = lengths;
  }

  attributesOf(place: Place): { readonly tabindex: 0 | -1; readonly 'data-place': string } {
    const isStop = place.row === this.#stop.row && place.column === this.#stop.column;
    return { tabindex: isStop ? 0 : -1, 'data-place': nameOf(place) };
  }

  /** For the focus event of a thing. */
  stay(place: Place): void {
    this.#last = place;
  }

  /** For the keydown event of a thing inside `container`. */
  move(event: KeyboardEvent, from: Place, container: Element | undefined): void {
    const place = moveInRows(event.key, from, this.#lengths());
    if (place === null) return;
    event.preventDefault();
    container?.querySelector<HTMLElement>(`[data-place="${nameOf(place)}"]`)?.focus();
  }
}

function nameOf({ row, column }: Place): string {
  return `${row}/${column}`;
}
