import {
  NFCNormalizer,
  NFDNormalizer,
  NFKCNormalizer,
  NFKDNormalizer,
  PrecompiledNormalizer,
  ReplaceNormalizer,
  StripAccentsNormalizer,
} from '@huggingface/tokenizers';
import { sliceAligned, withPrefix } from '#core/tokenise/aligned-text.ts';
import type { DefinitionPart } from '#core/tokenise/definition.ts';
import { unsupportedPart } from '#core/tokenise/errors.ts';
import { withBoundedPattern } from '#core/tokenise/patterns/with-bounded-pattern.ts';
import { alignPiecewise } from './align-piecewise.ts';
import { createBertNormaliser, type BertNormaliserSettings } from './bert.ts';
import { lowercase } from './lowercase.ts';
import type { Normaliser } from './normaliser.ts';

/** The library's normalisers, which have no offsets; these are found piece by piece. */
const fromLibrary = {
  NFC: () => new NFCNormalizer({ type: 'NFC' }),
  NFD: () => new NFDNormalizer({ type: 'NFD' }),
  NFKC: () => new NFKCNormalizer({ type: 'NFKC' }),
  NFKD: () => new NFKDNormalizer({ type: 'NFKD' }),
  Precompiled: (part: DefinitionPart) => new PrecompiledNormalizer(part as never),
  Replace: (part: DefinitionPart) =>
    withBoundedPattern('normalizer', part, () => new ReplaceNormalizer(part as never)),
  StripAccents: () => new StripAccentsNormalizer({ type: 'StripAccents' }),
} satisfies Record<string, (part: DefinitionPart) => { normalize(text: string): string }>;

function strip(part: DefinitionPart): Normaliser {
  return (source) => {
    const { text } = source;
    const from = part.strip_left === true ? text.length - text.trimStart().length : 0;
    const to = part.strip_right === true ? text.trimEnd().length : text.length;
    return sliceAligned(source, Math.min(from, to), to);
  };
}

function prepend(part: DefinitionPart): Normaliser {
  const prefix = typeof part.prepend === 'string' ? part.prepend : '';
  return (source) => withPrefix(source, prefix);
}

/** Builds what a tokenizer.json names as its `normalizer`; null changes nothing. */
export function createNormaliser(part: DefinitionPart | null): Normaliser {
  if (part === null) return (source) => source;
  switch (part.type) {
    case 'BertNormalizer':
      return createBertNormaliser(part as BertNormaliserSettings);
    case 'Sequence': {
      const steps = ((part.normalizers ?? []) as DefinitionPart[]).map(createNormaliser);
      return (source) => steps.reduce((text, step) => step(text), source);
    }
    case 'Lowercase':
      return lowercase;
    case 'Strip':
      return strip(part);
    case 'Prepend':
      return prepend(part);
    default: {
      const create = Object.hasOwn(fromLibrary, part.type)
        ? fromLibrary[part.type as keyof typeof fromLibrary]
        : undefined;
      if (create === undefined) {
        throw unsupportedPart('normalizer', part.type, [
          'BertNormalizer',
          'Sequence',
          'Lowercase',
          'Strip',
          'Prepend',
          ...Object.keys(fromLibrary),
        ]);
      }
      const step = create(part);
      return (source) => alignPiecewise(source, (text) => step.normalize(text));
    }
  }
}
