import type { AlignedText } from '#core/tokenise/aligned-text.ts';
import { alignPiecewise } from './align-piecewise.ts';
import { lowercase } from './lowercase.ts';
import type { Normaliser } from './normaliser.ts';
import { replaceMatches } from './replace-matches.ts';

/** `BertNormalizer` of a tokenizer.json. */
export interface BertNormaliserSettings {
  readonly clean_text?: boolean | undefined;
  readonly handle_chinese_chars?: boolean | undefined;
  /** null or absent: as `lowercase`. */
  readonly strip_accents?: boolean | null | undefined;
  readonly lowercase?: boolean | undefined;
}

const unclean = /[[\p{Cc}\p{Cf}\p{Co}\p{Cs}\uFFFD\s]--[ ]]/gv;
/** As the library: not the ideographs beyond U+FFFF. */
const ideograph = /[\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF]/g;
const becomesSpace = /[\t\n\r\p{Zs}\p{Zl}\p{Zp}]/u;
const combining = /\p{Mn}/gu;
/** Characters that lose their accents one for one (proven over the whole range by a test). */
export const oneForOne = /^[\u0000-\u024F\u2000-\u206F\u20A0-\u20BF]*$/;

/** Control characters vanish, and every kind of white space becomes a plain space. */
function cleanText(source: AlignedText): AlignedText {
  return replaceMatches(source, unclean, (builder, character, from) => {
    if (becomesSpace.test(character)) builder.replace(' ', from, from + character.length);
  });
}

/** Spaces around Chinese characters make each of them a word. */
function separateIdeographs(source: AlignedText): AlignedText {
  return replaceMatches(source, ideograph, (builder, _character, from) => {
    builder.insert(' ', from);
    builder.keep(from, from + 1);
    builder.insert(' ', from + 1);
  });
}

/** é → e: canonical decomposition without its non-spacing marks. */
export function withoutAccents(text: string): string {
  return text.normalize('NFD').replace(combining, '');
}

function stripAccents(source: AlignedText): AlignedText {
  if (!oneForOne.test(source.text)) return alignPiecewise(source, withoutAccents);
  const text = withoutAccents(source.text);
  return text === source.text ? source : { ...source, text };
}

/**
 * BERT's text clean-up (Devlin et al. 2019, `BasicTokenizer` of their code), with the offsets of
 * every character kept.
 */
export function createBertNormaliser(settings: BertNormaliserSettings): Normaliser {
  const strip = settings.strip_accents ?? settings.lowercase === true;
  const steps: Normaliser[] = [];
  if (settings.clean_text === true) steps.push(cleanText);
  if (settings.handle_chinese_chars === true) steps.push(separateIdeographs);
  if (settings.lowercase === true) steps.push(lowercase);
  if (strip) steps.push(stripAccents);
  return (source) => steps.reduce((text, step) => step(text), source);
}
