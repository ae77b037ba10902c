import { AnamnesisError } from '#core/base/error.ts';
import type { SpecialTokenIds } from './tokenizer.ts';

type SpecialRole = keyof SpecialTokenIds;

/** The spelling of each special token. */
export type SpecialTokenNames = Readonly<Record<SpecialRole, string>>;

/** The key of each role in tokenizer_config.json and special_tokens_map.json. */
export const configurationKeys = {
  padding: 'pad_token',
  unknown: 'unk_token',
  classification: 'cls_token',
  separator: 'sep_token',
  mask: 'mask_token',
} as const satisfies Record<SpecialRole, string>;

/** BERT’s own spellings, which new vocabularies take. */
export const bertNames: SpecialTokenNames = {
  padding: '[PAD]',
  unknown: '[UNK]',
  classification: '[CLS]',
  separator: '[SEP]',
  mask: '[MASK]',
};

/** RoBERTa’s, which new byte-level vocabularies take. */
export const robertaNames: SpecialTokenNames = {
  padding: '<pad>',
  unknown: '<unk>',
  classification: '<s>',
  separator: '</s>',
  mask: '<mask>',
};

/** What BERT and RoBERTa call them, for checkpoints that do not say. */
const customaryNames = {
  padding: [bertNames.padding, robertaNames.padding],
  unknown: [bertNames.unknown, robertaNames.unknown],
  classification: [bertNames.classification, robertaNames.classification],
  separator: [bertNames.separator, robertaNames.separator],
  mask: [bertNames.mask, robertaNames.mask],
} as const satisfies Record<SpecialRole, readonly string[]>;

/** In the order in which a new vocabulary begins with them. */
export const specialRoles = [
  'padding',
  'unknown',
  'classification',
  'separator',
  'mask',
] as const satisfies readonly SpecialRole[];

/** A token is written as a string or as an object with `content`. */
export function spelling(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (typeof value === 'object' && value !== null && 'content' in value) {
    return typeof value.content === 'string' ? value.content : null;
  }
  return null;
}

/** All spellings that files give the five special tokens. */
export function statedSpellings(
  configurations: readonly Readonly<Record<string, unknown>>[],
): ReadonlySet<string> {
  const all = configurations.flatMap((values) =>
    specialRoles.map((role) => spelling(values[configurationKeys[role]])),
  );
  return new Set(all.filter((name) => name !== null));
}

/**
 * Finds the five special tokens: what the first of `configurations` says, else what is customary.
 * Fails when one is not in the vocabulary.
 */
export function findSpecialTokens(
  idOf: ReadonlyMap<string, number>,
  configurations: readonly Readonly<Record<string, unknown>>[],
): SpecialTokenNames {
  const find = (role: SpecialRole): string => {
    const key = configurationKeys[role];
    const stated = configurations.map((values) => spelling(values[key])).find((name) => name);
    const candidates = stated === undefined || stated === null ? customaryNames[role] : [stated];
    const found = candidates.find((name) => idOf.has(name));
    if (found === undefined) {
      throw new AnamnesisError('tokenise.special-token-missing', {
        expected: `a ${role} token spelled ${candidates.join(' or ')} in the vocabulary`,
        found: `${idOf.size} tokens without it`,
        remedy: `Name the token as "${key}" in special_tokens_map.json, or use the vocabulary that belongs to the checkpoint.`,
      });
    }
    return found;
  };
  return {
    padding: find('padding'),
    unknown: find('unknown'),
    classification: find('classification'),
    separator: find('separator'),
    mask: find('mask'),
  };
}

/** The ids of special tokens by their role; 0 for one that the vocabulary lacks. */
export function specialIdsOf(
  names: SpecialTokenNames,
  idOf: ReadonlyMap<string, number>,
): SpecialTokenIds {
  const id = (role: SpecialRole): number => idOf.get(names[role]) ?? 0;
  return {
    padding: id('padding'),
    unknown: id('unknown'),
    classification: id('classification'),
    separator: id('separator'),
    mask: id('mask'),
  };
}
