import { AlignedTextBuilder, type AlignedText } from '#core/tokenise/aligned-text.ts';

/** Keeps what a (global) pattern does not match and lets `replace` append the rest. */
export function replaceMatches(
  source: AlignedText,
  pattern: RegExp,
  replace: (builder: AlignedTextBuilder, match: string, from: number) => void,
): AlignedText {
  if (source.text.search(pattern) < 0) return source;
  const builder = new AlignedTextBuilder(source);
  let position = 0;
  for (const { 0: match, index } of source.text.matchAll(pattern)) {
    builder.keep(position, index);
    replace(builder, match, index);
    position = index + match.length;
  }
  builder.keep(position, source.text.length);
  return builder.finish();
}
