/** A file is written in pieces of about this size: one for each document would cost more time. */
const gatheredBytes = 262_144;

/** Joins small pieces, and rests between them. */
export async function* gatherPieces(
  pieces: Iterable<Uint8Array>,
  rest: () => Promise<void>,
): AsyncGenerator<Uint8Array> {
  let gathered: Uint8Array[] = [];
  let size = 0;
  for (const piece of pieces) {
    await rest();
    if (piece.length === 0) continue;
    gathered.push(piece);
    size += piece.length;
    if (size < gatheredBytes) continue;
    yield joined(gathered, size);
    gathered = [];
    size = 0;
  }
  if (size > 0) yield joined(gathered, size);
}

function joined(pieces: readonly Uint8Array[], size: number): Uint8Array {
  if (pieces.length === 1) return pieces[0];
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
