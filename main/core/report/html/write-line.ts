import { piecesOf, type Line, type Piece } from '../document/report-document.ts';
import { html, type Html } from './html.ts';

/** A line of a report, its links and emphases as elements. */
export function writeLine(line: Line): Html {
  return html`${piecesOf(line).map(writePiece)}`;
}

function writePiece(piece: Piece): Html {
  if (typeof piece === 'string') return html`${piece}`;
  switch (piece.kind) {
    case 'link':
      return html`<a href="#${piece.to}">${piece.text}</a>`;
    case 'quiet':
      return html`<span class="spread">${piece.text}</span>`;
    case 'strong':
      return html`<strong>${piece.text}</strong>`;
    case 'code':
      return html`<code>${piece.text}</code>`;
    case 'english':
      return html`<span lang="en">${piece.text}</span>`;
  }
}
