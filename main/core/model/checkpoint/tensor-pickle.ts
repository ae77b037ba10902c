import type { ElementType } from './element-types.ts';
import { pickleMalformed, pickleRefused } from './pickle-errors.ts';
import { PickleGlobal, type PicklePolicy } from './pickle-policy.ts';
import { interpretPickle } from './pickle.ts';
import { isCount, PickledStorage, PickledTensor, rebuildTensor } from './pickled-tensor.ts';

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

function qualify({ module, name }: PickleGlobal): string {
  return `${module}.${name}`;
}

function storageTypeOf(global: PickleGlobal): ElementType | null {
  const isStorage = global.module === 'torch' && Object.hasOwn(storageTypes, global.name);
  return isStorage ? storageTypes[global.name] : null;
}

/** Names from an untrusted file, short and printable. */
function printable(name: string): string {
  return name.replaceAll(/[^\x20-\x7e]/g, '?').slice(0, 80);
}

function policyFor(place: string, storages: Map<string, PickledStorage>): PicklePolicy {
  const refused = (found: string) => pickleRefused(place, 'tensors and dictionaries only', found);
  return {
    allow(global) {
      if (storageTypeOf(global) === null && !Object.hasOwn(functions, qualify(global))) {
        throw refused(printable(qualify(global)));
      }
    },
    call(global, args) {
      const name = qualify(global);
      if (!Object.hasOwn(functions, name)) throw refused(`a call of ${printable(name)}`);
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
        throw pickleMalformed(place, 'one type and length per storage', 'two');
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
    throw pickleMalformed(place, 'a reference to a storage', 'another one');
  }
  return new PickledStorage(key, type, length);
}

function makeDictionary(args: readonly unknown[], place: string): Map<unknown, unknown> {
  const dictionary = new Map<unknown, unknown>();
  const pairs = args[0] ?? [];
  const isPair = (pair: unknown): pair is [unknown, unknown] =>
    Array.isArray(pair) && pair.length === 2;
  if (!Array.isArray(pairs) || !pairs.every(isPair)) {
    throw pickleMalformed(place, 'pairs for a dictionary', 'something else');
  }
  for (const [key, value] of pairs) dictionary.set(key, value);
  return dictionary;
}

function rebuildParameter(args: readonly unknown[], place: string): PickledTensor {
  const [tensor] = args;
  if (tensor instanceof PickledTensor) return tensor;
  throw pickleMalformed(place, 'a tensor', 'something else');
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
