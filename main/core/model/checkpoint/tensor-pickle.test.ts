import { describe, expect, test } from 'vitest';
import { isAnamnesisError } from '#core/base/error.ts';
import { listPickledTensors } from './state-dictionary.ts';
import { readTensorPickle } from './tensor-pickle.ts';

/** Pickles as PyTorch writes them, opcode by opcode, and as somebody else might. */
const number = (value: number) =>
  `J${String.fromCharCode(...new Uint8Array(Int32Array.of(value).buffer))}`;
const tuple = (...items: readonly string[]) => `(${items.join('')}t`;
const counts = (values: readonly number[]) => tuple(...values.map(number));
const text = (value: string) => `U${String.fromCharCode(value.length)}${value}`;
const global = (module: string, name: string) => `c${module}\n${name}\n`;

interface Storage {
  readonly key?: string;
  readonly length?: number;
  readonly type?: string;
  /** What versions before 1.6 wrote behind the length. */
  readonly part?: string;
}

function storage({
  key = '0',
  length = 6,
  type = global('torch', 'FloatStorage'),
  part = '',
}: Storage) {
  return `${tuple(text('storage'), type, text(key), text('cpu'), number(length), part)}Q`;
}

interface View {
  readonly of?: Storage;
  readonly offset?: number;
  readonly shape?: readonly number[];
  readonly strides?: readonly number[];
}

function tensor({ of = {}, offset = 0, shape = [2, 3], strides = [3, 1] }: View): string {
  const args = tuple(storage(of), number(offset), counts(shape), counts(strides), '\x89', '}');
  return `${global('torch._utils', '_rebuild_tensor_v2')}${args}R`;
}

const dictionary = (...values: readonly string[]) =>
  `}(${values.map((value, place) => `${text(`w${place}`)}${value}`).join('')}u`;

function read(pickle: string) {
  const bytes = Uint8Array.from(`\x80\x02${pickle}.`, (letter) => letter.charCodeAt(0));
  return [...listPickledTensors(readTensorPickle(bytes, 'f').value, 'f').values()];
}

function codeOf(pickle: string): string {
  try {
    read(pickle);
  } catch (error) {
    if (isAnamnesisError(error)) return error.code;
    throw error;
  }
  return 'read';
}

const malformed = 'checkpoint.pickle-malformed';
const refused = 'checkpoint.pickle-refused';

describe('A tensor in a pickle', () => {
  test.each<[string, View]>([
    ['that fills its storage', {}],
    ['that ends where its storage ends', { offset: 4, shape: [2], strides: [1] }],
    ['that walks through it in another order', { shape: [3, 2], strides: [1, 3] }],
    ['without elements at its end', { offset: 6, shape: [0], strides: [1] }],
    ['that repeats an element', { offset: 5, shape: [4096], strides: [0] }],
    ['that is a number', { offset: 5, shape: [], strides: [] }],
    ['whose storage is said to be whole', { of: { part: 'N' } }],
  ])('%s is read', (_what, view) => {
    const [found] = read(dictionary(tensor(view)));
    const { offset = 0, shape = [2, 3], strides = [3, 1] } = view;
    expect(found).toMatchObject({ offset, shape, strides, storage: { length: 6, type: 'F32' } });
  });

  test.each<[string, View]>([
    ['one element beyond its storage', { offset: 1 }],
    ['one stride beyond its storage', { shape: [2, 3], strides: [4, 1] }],
    ['without elements, beyond its storage', { offset: 7, shape: [0], strides: [1] }],
    ['before its storage', { offset: -1 }],
    ['with a stride backwards', { offset: 5, shape: [2], strides: [-1] }],
    ['with more strides than sizes', { shape: [6], strides: [1, 6] }],
    ['with more sizes than strides', { shape: [1, 1, 6], strides: [1, 1] }],
    ['of nine dimensions', { shape: Array<number>(9).fill(1), strides: Array<number>(9).fill(1) }],
    ['that repeats elements without end', { shape: [16_777_217], strides: [0] }],
    ['of more elements than can be counted', { shape: [2 ** 30, 2 ** 30], strides: [0, 0] }],
    ['in a part of another storage', { of: { part: tuple(text('0'), number(0), number(3)) } }],
    ['in a storage of a negative length', { of: { length: -6 }, shape: [0], strides: [1] }],
  ])('%s is malformed', (_what, view) => {
    expect(codeOf(dictionary(tensor(view)))).toBe(malformed);
  });

  test('shares its storage only with those that see the same in it', () => {
    expect(read(dictionary(tensor({}), tensor({ of: { key: '1', length: 7 } })))).toHaveLength(2);
    expect(codeOf(dictionary(tensor({}), tensor({ of: { length: 7 } })))).toBe(malformed);
    const halves = { type: global('torch', 'HalfStorage') };
    expect(codeOf(dictionary(tensor({}), tensor({ of: halves })))).toBe(malformed);
  });

  test('has a storage of a class of PyTorch’s, which is never called', () => {
    const elsewhere = { type: global('numpy', 'FloatStorage') };
    expect(codeOf(dictionary(tensor({ of: elsewhere })))).toBe(refused);
    expect(codeOf(dictionary(`${global('torch', 'FloatStorage')})R`))).toBe(refused);
  });
});

describe('A pickle is refused', () => {
  test.each([
    ['of a protocol to come', `\x80\x05${dictionary(tensor({}))}`, malformed],
    ['that ends a list which it never began', `${dictionary(tensor({}))}e`, malformed],
    ['that ends a tuple which it never began', `${dictionary(tensor({}))}t`, malformed],
    [
      'with an integer longer than any size',
      `\x8a\x21${'\x01'.repeat(33)}0${dictionary(tensor({}))}`,
      malformed,
    ],
    ['with digits without end', `I${'1'.repeat(41)}\n0${dictionary(tensor({}))}`, malformed],
    ['with a line without end', `V${'a'.repeat(4097)}\n0${dictionary(tensor({}))}`, malformed],
    ['that recalls what it never kept', `h\x07`, malformed],
    ['that puts attributes on a list', `]}b0${dictionary(tensor({}))}`, refused],
    ['that makes a set', `\x8f0${dictionary(tensor({}))}`, refused],
    ['without tensors', '}', malformed],
  ])('%s', (_what, pickle, code) => {
    expect(codeOf(pickle)).toBe(code);
  });

  test('but not for what is beside its tensors', () => {
    const beside = `${text('epoch')}K\x03${text('rate')}G${'\x00'.repeat(8)}`;
    expect(read(`}(${beside}${text('w0')}${tensor({})}u}b`)).toHaveLength(1);
    expect(
      read(`\x8a\x20${'\x01'.repeat(32)}0I${'1'.repeat(40)}\n0${dictionary(tensor({}))}`),
    ).toHaveLength(1);
  });
});
