import type { DefinitionPart, TokenizerDefinition } from '../definition.ts';
import { changeParts, findPart } from './parts.ts';
import { remark, type TokenizerRemark } from './remarks.ts';
import type { TokenizerReader } from './tokenizer-class.ts';

type Json = Readonly<Record<string, unknown>>;
type Value = boolean | null;

/** A setting of tokenizer_config.json that transformers applies over tokenizer.json. */
interface Setting {
  readonly key: string;
  /** What transformers takes where the file is silent. */
  readonly otherwise: Value;
  /** Undefined where tokenizer.json has no part to which it belongs. */
  readonly read: (definition: TokenizerDefinition) => Value | undefined;
  readonly write: (definition: TokenizerDefinition, value: Value) => TokenizerDefinition;
}

/** Part of a `BertNormalizer`, which a folder may leave out altogether. */
function ofNormaliser(key: string, name: string, otherwise: Value): Setting {
  return {
    key,
    otherwise,
    read: ({ normalizer }) =>
      normalizer?.type === 'BertNormalizer' ? ((normalizer[name] ?? false) as Value) : undefined,
    write: (definition, value) => {
      const { normalizer } = definition;
      if (normalizer !== null && normalizer.type !== 'BertNormalizer') return definition;
      return { ...definition, normalizer: { ...(normalizer ?? wholeNormaliser), [name]: value } };
    },
  };
}

const wholeNormaliser: DefinitionPart = {
  type: 'BertNormalizer',
  clean_text: true,
  handle_chinese_chars: true,
  strip_accents: null,
  lowercase: false,
};

const lowercase = ofNormaliser('do_lower_case', 'lowercase', true);
const accents: Setting = {
  ...ofNormaliser('strip_accents', 'strip_accents', null),
  // Nothing said is said as well: accents then go with the case.
  read: ({ normalizer }) =>
    normalizer?.type === 'BertNormalizer'
      ? ((normalizer.strip_accents ?? null) as Value)
      : undefined,
};
const ideographs = ofNormaliser('tokenize_chinese_chars', 'handle_chinese_chars', true);

const spaceBeforeBytes: Setting = {
  key: 'add_prefix_space',
  otherwise: false,
  read: ({ pre_tokenizer }) =>
    findPart(pre_tokenizer, 'ByteLevel')?.add_prefix_space as Value | undefined,
  write: (definition, value) => {
    const change = (part: DefinitionPart | null) =>
      changeParts(part, 'ByteLevel', (found) => ({ ...found, add_prefix_space: value }));
    return { ...definition, pre_tokenizer: change(definition.pre_tokenizer) };
  },
};

const spaceBeforePieces: Setting = {
  key: 'add_prefix_space',
  otherwise: true,
  read: ({ pre_tokenizer }) => {
    const part = findPart(pre_tokenizer, 'Metaspace');
    return part === undefined ? undefined : part.prepend_scheme !== 'never';
  },
  write: (definition, value) => {
    const scheme = value === true ? 'always' : 'never';
    const change = (part: DefinitionPart | null) =>
      changeParts(part, 'Metaspace', (found) => ({ ...found, prepend_scheme: scheme }));
    return { ...definition, pre_tokenizer: change(definition.pre_tokenizer) };
  },
};

const settingsOf = {
  bert: [lowercase, accents, ideographs],
  'byte-level': [spaceBeforeBytes],
  'sentence-piece': [spaceBeforePieces],
  file: [],
} as const satisfies Record<TokenizerReader, readonly Setting[]>;

/** What a setting of the file says; undefined where it is silent. */
function statedValue(configuration: Json, { key, otherwise }: Setting): Value | undefined {
  const value = configuration[key];
  if (typeof value === 'boolean') return value;
  return value === null && otherwise === null ? null : undefined;
}

/** The definition with what tokenizer_config.json says of it, and what a user should know of that. */
export function applySettings(
  definition: TokenizerDefinition,
  configuration: Json,
  reader: TokenizerReader,
): { readonly definition: TokenizerDefinition; readonly remarks: readonly TokenizerRemark[] } {
  const changed: string[] = [];
  const silent: string[] = [];
  let applied = definition;
  for (const setting of settingsOf[reader]) {
    const { key, otherwise, read, write } = setting;
    const stated = statedValue(configuration, setting);
    const found = read(definition);
    if (stated === undefined) {
      if (found !== undefined && found !== otherwise) silent.push(key);
    } else if (stated !== found) {
      applied = write(applied, stated);
      if (found !== undefined) changed.push(key);
    }
  }
  return {
    definition: applied,
    remarks: [
      ...(changed.length > 0 ? [remark('settings-over-file', changed.join(', '))] : []),
      ...(silent.length > 0 ? [remark('settings-unstated', silent.join(', '))] : []),
    ],
  };
}

/** The same settings as a definition has them, for a tokenizer_config.json beside it. */
export function stateSettings(definition: TokenizerDefinition): Record<string, Value> {
  const all: readonly Setting[] = Object.values(settingsOf).flat();
  return Object.fromEntries(
    all.flatMap(({ key, read }) => {
      const value = read(definition);
      return value === undefined ? [] : [[key, value]];
    }),
  );
}
