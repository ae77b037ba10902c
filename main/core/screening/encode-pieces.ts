const gatheredCharacters = 262_144;

/** Text as bytes, small pieces joined: one for each patient or note would cost more time. */
export function* encodePieces(pieces: Iterable<string>): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  let gathered = '';
  for (const piece of pieces) {
    gathered += piece;
    if (gathered.length < gatheredCharacters) continue;
    yield encoder.encode(gathered);
    gathered = '';
  }
  if (gathered !== '') yield encoder.encode(gathered);
}
