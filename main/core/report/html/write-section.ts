import type { Block, ReportSection } from '../document/report-document.ts';
import { html, type Html } from './html.ts';
import { writeTable } from './table.ts';
import { writeLine } from './write-line.ts';
import { writeFigure } from './write-picture.ts';

/** A section under its heading; a notice stands aside. */
export function writeSection({ id, title, tone, blocks }: ReportSection): Html {
  const isNotice = tone === 'notice';
  const content = html`${blocks.map((block) => writeBlock(block, isNotice))}`;
  if (title === null) return content;
  return isNotice
    ? html`<aside class="notice" aria-labelledby="${id}">
        <h2 id="${id}">${title}</h2>
        ${content}
      </aside>`
    : html`<section aria-labelledby="${id}">
        <h2 id="${id}">${title}</h2>
        ${content}
      </section>`;
}

function writeBlock(block: Block, isNotice: boolean): Html {
  switch (block.kind) {
    case 'paragraph':
      return block.isQuiet
        ? html`<p class="muted">${writeLine(block.line)}</p>`
        : html`<p>${writeLine(block.line)}</p>`;
    case 'list': {
      const items = block.items.map((item) => html`<li>${writeLine(item)}</li>`);
      return isNotice
        ? html`<ul>
            ${items}
          </ul>`
        : html`<ul class="findings">
            ${items}
          </ul>`;
    }
    case 'heading':
      return html`<h3>${block.text}</h3>`;
    case 'table':
      return writeTable(block);
    case 'figure':
      return writeFigure(block);
    case 'terms':
      return html`<details class="meanings">
        <summary>${block.title}</summary>
        <dl>
          ${block.items.map(
            ({ term, meaning }) =>
              html`<dt>${term}</dt>
                <dd>${meaning}</dd>`,
          )}
        </dl>
      </details>`;
    case 'details':
      return html`<details>
        <summary>${block.title}</summary>
        ${block.blocks.map((each) => writeBlock(each, isNotice))}
      </details>`;
  }
}
