import { AnamnesisError } from '#core/base/error.ts';
import type { Span } from '#core/domain/text.ts';
import { say } from '#core/wording/say.ts';

/**
 * Pieces of a text in UTF-16 units: in order, not empty, without overlap, within the text, and
 * between its characters. Says where it is wrong, never what stands there.
 * @throws annotation.position-invalid
 */
export function checkFragments(text: string, fragments: readonly Span[]): void {
  if (fragments.length === 0) refuse(say('annotation', 'noPlace'));
  let end = 0;
  for (const [index, piece] of fragments.entries()) {
    const isWhole = Number.isSafeInteger(piece.start) && Number.isSafeInteger(piece.end);
    if (!isWhole || piece.start < 0 || piece.end > text.length) {
      refuse(say('annotation', 'outsideText', piece.start, piece.end, text.length));
    }
    if (piece.end <= piece.start) refuse(say('annotation', 'emptyPlace', piece.start, piece.end));
    if (index > 0 && piece.start < end) {
      refuse(say('annotation', 'piecesOverlap', piece.start, piece.end));
    }
    if (cutsCharacter(text, piece.start) || cutsCharacter(text, piece.end)) {
      refuse(say('annotation', 'halfCharacter', piece.start, piece.end));
    }
    end = piece.end;
  }
}

/** Whether a position is between the two halves of a character outside the basic plane. */
export function cutsCharacter(text: string, position: number): boolean {
  if (position <= 0 || position >= text.length) return false;
  const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;
  const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;
  return isHigh(text.charCodeAt(position - 1)) && isLow(text.charCodeAt(position));
}

function refuse(found: ReturnType<typeof say>): never {
  throw new AnamnesisError('annotation.position-invalid', {
    expected: say('annotation', 'placeInText'),
    found,
    remedy: say('annotation', 'openAgain'),
  });
}
