import { z } from 'zod';
import { malformed } from './errors.ts';

/** One configurable part of a tokenizer.json, such as `{"type": "BertNormalizer", …}`. */
const partSchema = z.looseObject({ type: z.string() });
export type DefinitionPart = z.infer<typeof partSchema>;

const identifier = z.int().nonnegative();

const addedTokenSchema = z.looseObject({
  id: identifier,
  content: z.string().min(1),
  lstrip: z.boolean().optional(),
  rstrip: z.boolean().optional(),
  normalized: z.boolean().optional(),
  special: z.boolean().optional(),
});
export type AddedToken = z.infer<typeof addedTokenSchema>;

/** Checked by hand: a schema per entry takes seconds for a vocabulary of 100,000 tokens. */
const idsSchema = z.custom<Record<string, number>>(isIds);
const scoresSchema = z.custom<[string, number][]>(
  (value) =>
    Array.isArray(value) &&
    value.length > 0 &&
    value.every(
      (pair) => isPair(pair) && typeof pair[0] === 'string' && typeof pair[1] === 'number',
    ),
);
/** In one of two ways, all alike: readers tell them apart by the first. */
const mergesSchema = z.custom<(string | [string, string])[]>(
  (value) => Array.isArray(value) && (value.every(isSpacedPair) || value.every(isPairOfStrings)),
);

function isSpacedPair(merge: unknown): boolean {
  return typeof merge === 'string' && /^[^ ]+ [^ ]+$/.test(merge);
}

function isPairOfStrings(merge: unknown): boolean {
  return isPair(merge) && merge.every((token) => typeof token === 'string');
}

function isIdentifier(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isPair(value: unknown): value is [unknown, unknown] {
  return Array.isArray(value) && value.length === 2;
}

/** True for an object that gives each token an id. */
export function isIds(value: unknown): value is Record<string, number> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const ids = value as Record<string, unknown>;
  // Object.values takes twice as long, which counts with 10⁵ tokens.
  return Object.keys(ids).every((token) => isIdentifier(ids[token]));
}

const modelSchema = z.looseObject({
  type: z.string().optional(),
  vocab: z.union([idsSchema, scoresSchema]),
  merges: mergesSchema.optional(),
  // Some write a token as an object, as elsewhere.
  unk_token: z
    .union([z.string(), z.looseObject({ content: z.string() }).transform(({ content }) => content)])
    .nullish(),
  unk_id: identifier.nullish(),
  continuing_subword_prefix: z.string().nullish(),
  max_input_chars_per_word: z.int().positive().optional(),
});
export type ModelDefinition = z.infer<typeof modelSchema>;

const tokenizerSchema = z.looseObject({
  added_tokens: z.array(addedTokenSchema).nullish(),
  normalizer: partSchema.nullish(),
  pre_tokenizer: partSchema.nullish(),
  post_processor: partSchema.nullish(),
  decoder: partSchema.nullish(),
  model: modelSchema,
});

/** A tokenizer.json in which every part is there, if only as null: what the library insists on. */
export interface TokenizerDefinition {
  readonly version: string;
  readonly added_tokens: readonly AddedToken[];
  readonly normalizer: DefinitionPart | null;
  readonly pre_tokenizer: DefinitionPart | null;
  readonly post_processor: DefinitionPart | null;
  readonly decoder: DefinitionPart | null;
  readonly model: ModelDefinition;
}

/** Far more than any tokenizer has. Writing a value that is nested without end would end the program. */
const depthLimit = 64;

function isDeeperThan(limit: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (limit === 0) return true;
  const values = value as Readonly<Record<string, unknown>>;
  return Object.keys(values).some((key) => isDeeperThan(limit - 1, values[key]));
}

/** Parses a JSON file that must hold an object. Its errors say where, and never quote the file. */
export function parseJsonObject(file: string, content: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(content.replace(/^\uFEFF/, ''));
  } catch {
    throw malformed(file, 'JSON', 'text that is not JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw malformed(file, 'a JSON object', Array.isArray(value) ? 'a list' : typeof value);
  }
  if (isDeeperThan(depthLimit, value)) {
    throw malformed(file, `values within values to a depth of ${depthLimit}`, 'deeper ones');
  }
  return value as Record<string, unknown>;
}

/** Reads and checks a tokenizer.json. */
export function parseDefinition(file: string, content: string): TokenizerDefinition {
  const result = tokenizerSchema.safeParse(parseJsonObject(file, content));
  if (!result.success) {
    const [issue] = result.error.issues;
    const path = issue.path.map(String).slice(0, 2).join('.') || 'the top level';
    throw malformed(`${file}, ${path}`, 'the Hugging Face layout', `a fault of kind ${issue.code}`);
  }
  const { data } = result;
  return {
    version: '1.0',
    added_tokens: data.added_tokens ?? [],
    normalizer: data.normalizer ?? null,
    pre_tokenizer: data.pre_tokenizer ?? null,
    post_processor: data.post_processor ?? null,
    decoder: data.decoder ?? null,
    model: data.model,
  };
}
