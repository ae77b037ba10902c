import type { WordedTable } from '../judgement-tables.ts';
import { html, type Html } from './html.ts';
import { renderTable } from './table.ts';

/** A table in words with its notes below. */
export function renderWorded({ caption, columns, rows, notes }: WordedTable): Html {
  return html`${renderTable({ caption, columns, rows: rows.map((cells) => ({ cells })) })}
  ${notes.map((note) => html`<p class="muted">${note}</p>`)}`;
}
