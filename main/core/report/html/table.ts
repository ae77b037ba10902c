import {
  linesOf,
  type Cell,
  type Column,
  type ReportTable,
  type Row,
} from '../document/report-document.ts';
import { html, type Html } from './html.ts';
import { writeLine } from './write-line.ts';

/** A table with caption and header cells, its notes below; the first cell of each row is its header. */
export function writeTable({ caption, columns, rows, notes }: ReportTable): Html {
  // Scrolls by itself where the window is narrow, reachable with the keyboard.
  return html`<div class="table" tabindex="0" role="region" aria-label="${caption}">
      <table>
        <caption>
          ${caption}
        </caption>
        <thead>
          <tr>
            ${columns.map(writeHeader)}
          </tr>
        </thead>
        <tbody>
          ${rows.map((row) => writeRow(row, columns))}
        </tbody>
      </table>
    </div>
    ${notes.map((note) => html`<p class="muted">${note}</p>`)}`;
}

function writeHeader({ title, numeric }: Column): Html {
  return numeric
    ? html`<th scope="col" class="number">${title}</th>`
    : html`<th scope="col">${title}</th>`;
}

function writeRow({ cells, id, span = 1 }: Row, columns: readonly Column[]): Html {
  const [first, ...others] = cells.map(writeCell);
  const rest = others.map((cell, index) =>
    columns[index + 1].numeric ? html`<td class="number">${cell}</td>` : html`<td>${cell}</td>`,
  );
  const content = html`${writeRowHeader(first, span)}${rest}`;
  return id === undefined
    ? html`<tr>
        ${content}
      </tr>`
    : html`<tr id="${id}">
        ${content}
      </tr>`;
}

function writeRowHeader(cell: Html, span: number): Html | null {
  if (span === 0) return null;
  return span === 1
    ? html`<th scope="row">${cell}</th>`
    : html`<th scope="rowgroup" rowspan="${span}">${cell}</th>`;
}

function writeCell(cell: Cell): Html {
  const { line, under } = linesOf(cell);
  return under === null
    ? writeLine(line)
    : html`${writeLine(line)}
        <div class="under">${writeLine(under)}</div>`;
}
