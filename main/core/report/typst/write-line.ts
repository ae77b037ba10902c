import { piecesOf, textOf, type Line, type Piece } from '../document/report-document.ts';
import { literal } from './literal.ts';

/** A line as Typst code that gives content; links lead only to what is there. */
export function writeLine(line: Line, anchors: ReadonlySet<string>): string {
  const pieces = piecesOf(line);
  if (pieces.every((piece) => typeof piece === 'string')) return literal(textOf(line));
  return `{ ${pieces.map((piece) => writePiece(piece, anchors)).join('; ')} }`;
}

function writePiece(piece: Piece, anchors: ReadonlySet<string>): string {
  if (typeof piece === 'string') return literal(piece);
  const text = literal(piece.text);
  if (piece.kind !== 'link') return `${piece.kind}(${text})`;
  return anchors.has(piece.to) ? `link(label(${literal(piece.to)}), ${text})` : text;
}
