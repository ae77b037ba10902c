import {
  DigitsPreTokenizer,
  PunctuationPreTokenizer,
  SplitPreTokenizer,
  WhitespaceSplitPreTokenizer,
} from '@huggingface/tokenizers';
import { sliceAligned } from '#core/tokenise/aligned-text.ts';
import type { DefinitionPart } from '#core/tokenise/definition.ts';
import { unsupportedPart } from '#core/tokenise/errors.ts';
import { withBoundedPattern } from '#core/tokenise/patterns/with-bounded-pattern.ts';
import { preTokeniseBert } from './bert.ts';
import { createByteLevel } from './byte-level.ts';
import { cutAsLibrary } from './library-cuts.ts';
import { createMetaspace } from './metaspace.ts';
import type { PreTokeniser } from './pre-tokeniser.ts';
import { preTokeniseWhitespace } from './whitespace.ts';

const whole: PreTokeniser = (source, _isFirstSection, emit) => {
  emit(source, 0, source.text.length);
};

const supported: Record<string, (part: DefinitionPart) => PreTokeniser> = {
  BertPreTokenizer: () => preTokeniseBert,
  ByteLevel: createByteLevel,
  Digits: (part) => cutAsLibrary(new DigitsPreTokenizer(part as never)),
  Metaspace: createMetaspace,
  Punctuation: (part) => cutAsLibrary(new PunctuationPreTokenizer(part as never)),
  Sequence: (part) =>
    ((part.pretokenizers ?? []) as DefinitionPart[])
      .map(createPreTokeniser)
      .reduce(inSequence, whole),
  Split: (part) =>
    cutAsLibrary(
      withBoundedPattern('pre_tokenizer', part, () => new SplitPreTokenizer(part as never)),
    ),
  Whitespace: () => preTokeniseWhitespace,
  WhitespaceSplit: () => cutAsLibrary(new WhitespaceSplitPreTokenizer()),
};

/** Cuts the words of the first by the second. */
function inSequence(first: PreTokeniser, second: PreTokeniser): PreTokeniser {
  return (source, isFirstSection, emit) => {
    first(source, isFirstSection, (words, start, end) => {
      second(sliceAligned(words, start, end), isFirstSection, emit);
    });
  };
}

/** Builds what a tokenizer.json names as its `pre_tokenizer`; null leaves the text whole. */
export function createPreTokeniser(part: DefinitionPart | null): PreTokeniser {
  if (part === null) return whole;
  if (!Object.hasOwn(supported, part.type)) {
    throw unsupportedPart('pre_tokenizer', part.type, Object.keys(supported));
  }
  return supported[part.type](part);
}
