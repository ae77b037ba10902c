import { AnamnesisError } from '#core/base/error.ts';
import { countElements } from './element-types.ts';
import type { ElementType } from './element-types.ts';
import { interpretPickle, PickleGlobal } from './pickle.ts';
import type { PicklePolicy } from './pickle.ts';

/** A stretch of numbers that tensors look at. */
export class PickledStorage {
  readonly key: string;
  readonly type: ElementType;
  /** In elements. */
  readonly length: number;
  constructor(key: string, type: ElementType, length: number) {
    this.key = key;
    this.type = type;
    this.length = length;
  }
}

/** A tensor as a view of a storage; offset and strides count elements. */
export class PickledTensor {
  readonly storage: PickledStorage;
  readonly offset: number;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  constructor(
    storage: PickledStorage,
    view: { offset: number; shape: readonly number[]; strides: readonly number[] },
  ) {
    this.storage = storage;
    this.offset = view.offset;
    this.shape = view.shape;
    this.strides = view.strides;
  }
}

const storageTypes: Readonly<Record<string, ElementType>> = {
  DoubleStorage: 'F64',
  FloatStorage: 'F32',
  HalfStorage: 'F16',
  BFloat16Storage: 'BF16',
  LongStorage: 'I64',
  IntStorage: 'I32',
  ShortStorage: 'I16',
  CharStorage: 'I8',
  ByteStorage: 'U8',
  BoolStorage: 'BOOL',
};

/** Everything that may be called, and nothing else. */
const functions = {
  'collections.OrderedDict': makeDictionary,
  'torch._utils._rebuild_tensor_v2': rebuildTensor,
  'torch._utils._rebuild_parameter': rebuildParameter,
} as const satisfies Record<string, (args: readonly unknown[], place: string) => unknown>;

const rankLimit = 8;
/** An expanded tensor repeats elements; beyond this it would only fill the memory. */
const repeatedLimit = 16_777_216;

function qualify({ module, name }: PickleGlobal): string {
  return `${module}.${name}`;
}

function storageTypeOf(global: PickleGlobal): ElementType | null {
  const isStorage = global.module === 'torch' && Object.hasOwn(storageTypes, global.name);
  return isStorage ? storageTypes[global.name] : null;
}

function refused(found: string, place: string): AnamnesisError {
  return new AnamnesisError('checkpoint.pickle-refused', {
    expected: 'tensors and dictionaries only',
    found,
    remedy: 'Do not open this file elsewhere unless you trust its maker; ask for safetensors.',
    place,
  });
}

function malformed(expected: string, found: string, place: string): AnamnesisError {
  return new AnamnesisError('checkpoint.pickle-malformed', {
    expected,
    found,
    remedy: 'Copy the file again, or convert it to safetensors where it was made.',
    place,
  });
}

/** Names from an untrusted file, short and printable. */
function printable(name: string): string {
  return name.replaceAll(/[^\x20-\x7e]/g, '?').slice(0, 80);
}

function policyFor(place: string, storages: Map<string, PickledStorage>): PicklePolicy {
  return {
    allow(global) {
      if (storageTypeOf(global) === null && !Object.hasOwn(functions, qualify(global))) {
        throw refused(printable(qualify(global)), place);
      }
    },
    call(global, args) {
      const name = qualify(global);
      if (!Object.hasOwn(functions, name)) throw refused(`a call of ${printable(name)}`, place);
      return functions[name as keyof typeof functions](args, place);
    },
    resolve(id) {
      const storage = resolveStorage(id, place);
      const known = storages.get(storage.key);
      if (known === undefined) {
        storages.set(storage.key, storage);
        return storage;
      }
      if (known.type !== storage.type || known.length !== storage.length) {
        throw malformed('one type and length per storage', 'two', place);
      }
      return known;
    },
  };
}

/**
 * ('storage', its class, its key, where it was, its length): what PyTorch writes for a storage.
 * Before version 1.6 it added what part of another storage it is, of which no checkpoint makes use.
 */
function resolveStorage(id: unknown, place: string): PickledStorage {
  const [kind, global, key, , length, part] = Array.isArray(id) ? (id as unknown[]) : [];
  const type = global instanceof PickleGlobal ? storageTypeOf(global) : null;
  const isWhole = part === undefined || part === null;
  const isStorage = kind === 'storage' && type !== null && isWhole;
  if (!isStorage || typeof key !== 'string' || !isCount(length)) {
    throw malformed('a reference to a storage', 'another one', place);
  }
  return new PickledStorage(key, type, length);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isCounts(value: unknown): value is number[] {
  return Array.isArray(value) && value.length <= rankLimit && value.every(isCount);
}

function makeDictionary(args: readonly unknown[], place: string): Map<unknown, unknown> {
  const dictionary = new Map<unknown, unknown>();
  const pairs = args[0] ?? [];
  if (!Array.isArray(pairs)) throw malformed('pairs for a dictionary', 'something else', place);
  for (const pair of pairs as unknown[]) {
    if (!Array.isArray(pair) || pair.length !== 2) {
      throw malformed('pairs for a dictionary', 'something else', place);
    }
    dictionary.set(pair[0], pair[1]);
  }
  return dictionary;
}

function rebuildTensor(args: readonly unknown[], place: string): PickledTensor {
  const [storage, offset, shape, strides] = args;
  if (
    !(storage instanceof PickledStorage) ||
    !isCount(offset) ||
    !isCounts(shape) ||
    !isCounts(strides) ||
    shape.length !== strides.length
  ) {
    throw malformed('a storage, an offset, a shape and strides', 'something else', place);
  }
  const count = countElements(shape);
  const last = shape.reduce((sum, size, axis) => sum + (size - 1) * strides[axis], offset);
  const isInside = count === 0 ? offset <= storage.length : last < storage.length;
  if (count === null || !isInside || (count > storage.length && count > repeatedLimit)) {
    throw malformed(
      `a tensor within its ${storage.length} stored elements`,
      `shape [${shape.join(', ')}] with strides [${strides.join(', ')}] from ${offset}`,
      place,
    );
  }
  return new PickledTensor(storage, { offset, shape, strides });
}

function rebuildParameter(args: readonly unknown[], place: string): PickledTensor {
  const [tensor] = args;
  if (!(tensor instanceof PickledTensor)) throw malformed('a tensor', 'something else', place);
  return tensor;
}

/** The dictionary of weights: the whole pickle, or what training scripts put under these keys. */
const nestedKeys = ['state_dict', 'model_state_dict', 'model'];

/** The tensors of a pickled state dictionary by name; other entries are left out. */
export function listPickledTensors(value: unknown, place: string): Map<string, PickledTensor> {
  let dictionary = value;
  if (dictionary instanceof Map) {
    const nested = nestedKeys.find(
      (key) => (value as Map<unknown, unknown>).get(key) instanceof Map,
    );
    if (nested !== undefined) dictionary = (value as Map<unknown, unknown>).get(nested);
  }
  const tensors = new Map<string, PickledTensor>();
  if (dictionary instanceof Map) {
    for (const [name, tensor] of dictionary as Map<unknown, unknown>) {
      if (typeof name === 'string' && tensor instanceof PickledTensor) tensors.set(name, tensor);
    }
  }
  if (tensors.size === 0) throw malformed('a dictionary of tensors', 'none', place);
  return tensors;
}

export interface TensorPickle {
  readonly value: unknown;
  /** By key, in the order in which they were first mentioned. */
  readonly storages: ReadonlyMap<string, PickledStorage>;
  /** Position after the pickle. */
  readonly end: number;
}

/**
 * Interprets one pickle in which only tensors may be built.
 * @throws AnamnesisError checkpoint.pickle-malformed, checkpoint.pickle-refused
 */
export function readTensorPickle(bytes: Uint8Array, place: string): TensorPickle {
  const storages = new Map<string, PickledStorage>();
  return { ...interpretPickle(bytes, policyFor(place, storages), place), storages };
}
