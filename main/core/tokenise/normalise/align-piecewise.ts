import { AlignedTextBuilder, type AlignedText } from '#core/tokenise/aligned-text.ts';

const clusters = /\P{M}\p{M}*|\p{M}+/gu;
const runs = /\s+|\S+/gu;

/**
 * Applies a string function that knows nothing of offsets and finds the alignment afterwards: the
 * text is cut ever more coarsely until the results of the pieces, joined, are the result of the
 * whole. Characters with their combining marks are enough for Unicode's normal forms and for
 * replacing single characters; runs of (non-)space for the rest that occurs in tokenizers.
 */
export function alignPiecewise(
  source: AlignedText,
  transform: (text: string) => string,
): AlignedText {
  const whole = transform(source.text);
  if (whole === source.text) return source;
  for (const pieces of [clusters, runs]) {
    const aligned = alignBy(source, transform, pieces);
    if (aligned.text === whole) return aligned;
  }
  const builder = new AlignedTextBuilder(source);
  builder.replace(whole, 0, source.text.length);
  return builder.finish();
}

function alignBy(
  source: AlignedText,
  transform: (text: string) => string,
  pieces: RegExp,
): AlignedText {
  const builder = new AlignedTextBuilder(source);
  for (const match of source.text.matchAll(pieces)) {
    appendPiece(builder, match[0], match.index, transform);
  }
  return builder.finish();
}

function appendPiece(
  builder: AlignedTextBuilder,
  piece: string,
  from: number,
  transform: (text: string) => string,
): void {
  const result = transform(piece);
  const characters = Array.from(piece);
  const separate = characters.map(transform);
  if (characters.length === 1 || separate.join('') !== result) {
    builder.replace(result, from, from + piece.length);
    return;
  }
  let position = from;
  let appended = false;
  characters.forEach((character, index) => {
    const end = position + character.length;
    builder.replace(separate[index], position, end);
    // A mark that is dropped still belongs to the letter that carried it.
    if (separate[index] === '' && appended) builder.extendLast(end);
    appended ||= separate[index] !== '';
    position = end;
  });
}
