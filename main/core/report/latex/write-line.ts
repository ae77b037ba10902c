import { piecesOf, type Line, type Piece } from '../document/report-document.ts';
import { escapeLatex } from './escape-latex.ts';

/** A line as LaTeX; links lead only to what is there. */
export function writeLine(line: Line, anchors: ReadonlySet<string>): string {
  return piecesOf(line)
    .map((piece) => (typeof piece === 'string' ? escapeLatex(piece) : writePiece(piece, anchors)))
    .join('');
}

function writePiece(piece: Exclude<Piece, string>, anchors: ReadonlySet<string>): string {
  const text = escapeLatex(piece.text);
  switch (piece.kind) {
    case 'link':
      return anchors.has(piece.to) ? `\\hyperlink{${piece.to}}{${text}}` : text;
    case 'quiet':
      return `\\Quiet{${text}}`;
    case 'strong':
      return `\\textbf{${text}}`;
    case 'code':
      return `\\texttt{${text}}`;
    case 'english':
      return text;
  }
}
