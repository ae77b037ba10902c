import { html, type Html } from './html.ts';

type Cell = Html | string | number;

interface Column {
  readonly title: string;
  /** Numbers are set to the right in digits of equal width. */
  readonly numeric?: boolean;
}

export interface Row {
  readonly cells: readonly Cell[];
  /** Target of links to this row. */
  readonly id?: string;
  /** How many rows the first cell stands for: 1 unless given; 0 in a row that an earlier one covers. */
  readonly span?: number;
}

export interface Table {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/** A table with caption and header cells; the first cell of each row is its header. */
export function renderTable({ caption, columns, rows }: Table): Html {
  // Scrolls by itself where the window is narrow, reachable with the keyboard.
  return html`<div class="table" tabindex="0" role="region" aria-label="${caption}">
    <table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${columns.map(renderHeader)}
        </tr>
      </thead>
      <tbody>
        ${rows.map((row) => renderRow(row, columns))}
      </tbody>
    </table>
  </div>`;
}

function renderHeader({ title, numeric }: Column): Html {
  return numeric
    ? html`<th scope="col" class="number">${title}</th>`
    : html`<th scope="col">${title}</th>`;
}

function renderRow({ cells, id, span = 1 }: Row, columns: readonly Column[]): Html {
  const [first, ...others] = cells;
  const rest = others.map((cell, index) =>
    columns[index + 1].numeric ? html`<td class="number">${cell}</td>` : html`<td>${cell}</td>`,
  );
  const content = html`${renderRowHeader(first, span)}${rest}`;
  return id === undefined
    ? html`<tr>
        ${content}
      </tr>`
    : html`<tr id="${id}">
        ${content}
      </tr>`;
}

function renderRowHeader(cell: Cell, span: number): Html | null {
  if (span === 0) return null;
  return span === 1
    ? html`<th scope="row">${cell}</th>`
    : html`<th scope="rowgroup" rowspan="${span}">${cell}</th>`;
}
