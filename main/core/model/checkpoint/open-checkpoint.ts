import { assert } from '#core/base/assert.ts';
import { AnamnesisError } from '#core/base/error.ts';
import { readAhead } from '#core/base/read-ahead.ts';
import type { EncoderConfiguration, Head } from '../configuration.ts';
import { readExactly } from './checkpoint-files.ts';
import type { CheckpointFiles } from './checkpoint-files.ts';
import { checkWeights } from './check-weights.ts';
import type { CheckpointProblem } from './check-weights.ts';
import { parseConfiguration } from './config-json.ts';
import type { ModelFamily } from './model-family.ts';
import type { ProblemType } from './problem-type.ts';
import { listPytorchTensors } from './pytorch-archive.ts';
import { listSafetensors, listShards } from './safetensors-source.ts';
import { createTensorMemory } from './tensor-source.ts';
import type { StoredTensor } from './tensor-source.ts';

/** A checkpoint folder that was looked into; its weights are read one by one when asked for. */
export interface Checkpoint {
  readonly encoder: EncoderConfiguration;
  readonly family: ModelFamily;
  /** The head that is there as a whole; null for a bare encoder. */
  readonly head: Head | null;
  /** Names of the classes of its classifier, if it has named ones. */
  readonly labels: readonly string[] | null;
  readonly problemType?: ProblemType;
  /** Contents by file name, as `openTokenizer` takes them; empty where there are none. */
  readonly tokenizerFiles: Readonly<Record<string, string>>;
  readonly format: 'safetensors' | 'pytorch';
  /** The weights it has under our names (BertModel's, without prefix), with their shapes. */
  listTensors(): readonly { readonly name: string; readonly shape: readonly number[] }[];
  /** One weight by our name, as float32 in row-major order; nothing is kept in memory. */
  readTensor(name: string): Promise<Float32Array>;
  /**
   * The values of these weights, one weight after the other, in pieces of at most 4 MiB. A piece
   * holds until the next is asked for, which is being read meanwhile.
   */
  streamTensors(names: readonly string[]): AsyncIterable<TensorPiece>;
  /** What a user should know, such as a missing head. */
  readonly problems: readonly CheckpointProblem[];
}

/** A part of a weight, as float32 in row-major order. */
interface TensorPiece {
  readonly name: string;
  readonly values: Float32Array;
}

/** What is read whole is bounded; vocabularies of a million pieces stay below this. */
const textLimitBytes = 67_108_864;
/** Names of some hundred thousand classes. */
const configurationLimitBytes = 16_777_216;

const tokenizerFileNames = [
  'tokenizer.json',
  'tokenizer_config.json',
  'special_tokens_map.json',
  'vocab.txt',
  'vocab.json',
  'merges.txt',
  'added_tokens.json',
];

/** Where weights may be, in the order in which they are looked for. */
const layouts: readonly {
  readonly file: string;
  readonly format: Checkpoint['format'];
  readonly list: (files: CheckpointFiles, file: string) => Promise<StoredTensor[]>;
}[] = [
  { file: 'model.safetensors', format: 'safetensors', list: listSafetensors },
  {
    file: 'model.safetensors.index.json',
    format: 'safetensors',
    list: (files, index) => listShards(files, index, listSafetensors),
  },
  { file: 'pytorch_model.bin', format: 'pytorch', list: listPytorchTensors },
  {
    file: 'pytorch_model.bin.index.json',
    format: 'pytorch',
    list: (files, index) => listShards(files, index, listPytorchTensors),
  },
];

async function readText(
  files: CheckpointFiles,
  name: string,
  limitBytes = textLimitBytes,
): Promise<string> {
  const end = Math.min(files.sizeOf(name), limitBytes);
  return new TextDecoder().decode(await readExactly(files, name, { start: 0, end }));
}

function missing(expected: string, files: CheckpointFiles): AnamnesisError {
  const count = files.names().length;
  return new AnamnesisError('checkpoint.file-missing', {
    expected,
    found: `${count} other ${count === 1 ? 'file' : 'files'}`,
    remedy: 'Name the folder that holds config.json and the weights, as transformers saves them.',
  });
}

/** Of which there is a form in text, that others can read. */
const binaryVocabularies = ['sentencepiece.bpe.model', 'spiece.model', 'tokenizer.model'];

/** The files of a tokenizer that are there, by name. @throws checkpoint.*, tokenise.vocabulary-missing */
export async function readTokenizerFiles(files: CheckpointFiles): Promise<Record<string, string>> {
  const names = new Set(files.names());
  const found: Record<string, string> = {};
  for (const name of tokenizerFileNames) {
    if (names.has(name)) found[name] = await readText(files, name);
  }
  const binary = binaryVocabularies.find((name) => names.has(name));
  const isText = Object.keys(found).some((name) => /^(?:tokenizer\.json|vocab\.)/.test(name));
  if (binary === undefined || isText) return found;
  throw new AnamnesisError('tokenise.vocabulary-missing', {
    expected: 'the tokenizer as tokenizer.json',
    found: `only ${binary}, which is not read here`,
    remedy:
      'In Python, AutoTokenizer.from_pretrained(folder).save_pretrained(folder) adds tokenizer.json.',
  });
}

/**
 * Opens a checkpoint folder in the layout of Hugging Face: `config.json`, weights as safetensors
 * (preferred) or `pytorch_model.bin`, each in one file or several. Reads headers only.
 * @throws AnamnesisError checkpoint.*, tokenise.vocabulary-missing
 */
export async function openCheckpoint(files: CheckpointFiles): Promise<Checkpoint> {
  const names = new Set(files.names());
  if (!names.has('config.json')) throw missing('a file config.json', files);
  const configuration = parseConfiguration(
    await readText(files, 'config.json', configurationLimitBytes),
  );
  const { encoder, family, problemType } = configuration;
  const layout = layouts.find(({ file }) => names.has(file));
  if (layout === undefined) {
    throw missing(`one of ${layouts.map(({ file }) => file).join(', ')}`, files);
  }
  const stored = await layout.list(files, layout.file);
  const { weights, head, labels, problems } = await checkWeights(configuration, stored);
  const tokenizerFiles = await readTokenizerFiles(files);
  const find = (name: string): StoredTensor => {
    const tensor = weights.get(name);
    assert(tensor !== undefined, `${name} is one of the weights that listTensors gave`);
    return tensor;
  };
  return {
    encoder,
    family,
    head,
    labels,
    ...(head?.kind === 'sequence-classification' && problemType !== undefined
      ? { problemType }
      : {}),
    tokenizerFiles,
    format: layout.format,
    problems,
    listTensors: () => [...weights].map(([name, { shape }]) => ({ name, shape })),
    readTensor: (name) => find(name).read(),
    streamTensors: (names) => readAhead(streamTensors(names.map((name) => [name, find(name)]))),
  };
}

async function* streamTensors(
  tensors: readonly (readonly [name: string, tensor: StoredTensor])[],
): AsyncGenerator<TensorPiece> {
  const memory = createTensorMemory();
  for (const [name, tensor] of tensors) {
    for await (const values of tensor.stream(memory)) yield { name, values };
  }
}
