import { AlignedTextBuilder, replaceText, type AlignedText } from '#core/tokenise/aligned-text.ts';

/**
 * Lower case of the whole text at once, because a final sigma depends on its neighbours. Only İ
 * becomes longer (i with a dot above), so that equal lengths mean that each unit kept its place.
 */
export function lowercase(source: AlignedText): AlignedText {
  const lower = source.text.toLowerCase();
  if (lower.length === source.text.length) return replaceText(source, lower);
  const builder = new AlignedTextBuilder(source);
  let from = 0;
  let position = 0;
  for (const character of source.text) {
    const length = character.toLowerCase().length;
    builder.replace(lower.slice(position, position + length), from, from + character.length);
    position += length;
    from += character.length;
  }
  return builder.finish();
}
