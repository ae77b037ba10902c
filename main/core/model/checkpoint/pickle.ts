import { AnamnesisError } from '#core/base/error.ts';

/** A class or function that a pickle names. */
export class PickleGlobal {
  readonly module: string;
  readonly name: string;
  constructor(module: string, name: string) {
    this.module = module;
    this.name = name;
  }
}

/** What a pickle may do besides building plain values. */
export interface PicklePolicy {
  /** Called for every class or function named; throws for what is not allowed. */
  allow(global: PickleGlobal): void;
  /** The result of calling an allowed function; throws for wrong arguments. */
  call(global: PickleGlobal, args: readonly unknown[]): unknown;
  /** What a persistent id stands for. */
  resolve(id: unknown): unknown;
}

/** Marks the start of a variable number of items on the stack. */
const mark = Symbol('mark');
/** Integers longer than this are no sizes. */
const longLimitBytes = 32;
const lineLimit = 4096;

/** Protocol 2 to 4 as Python's pickletools lists them; those that cannot be harmless are absent. */
const opcode = {
  mark: 0x28,
  stop: 0x2e,
  pop: 0x30,
  popMark: 0x31,
  duplicate: 0x32,
  float: 0x46,
  integer: 0x49,
  binaryInteger: 0x4a,
  byteInteger: 0x4b,
  long: 0x4c,
  shortInteger: 0x4d,
  none: 0x4e,
  binaryPersistentId: 0x51,
  reduce: 0x52,
  binaryString: 0x54,
  shortBinaryString: 0x55,
  unicode: 0x56,
  binaryUnicode: 0x58,
  append: 0x61,
  build: 0x62,
  global: 0x63,
  dictionary: 0x64,
  emptyDictionary: 0x7d,
  appends: 0x65,
  get: 0x67,
  binaryGet: 0x68,
  longBinaryGet: 0x6a,
  list: 0x6c,
  emptyList: 0x5d,
  put: 0x70,
  binaryPut: 0x71,
  longBinaryPut: 0x72,
  setItem: 0x73,
  tuple: 0x74,
  emptyTuple: 0x29,
  setItems: 0x75,
  binaryFloat: 0x47,
  protocol: 0x80,
  newObject: 0x81,
  tuple1: 0x85,
  tuple2: 0x86,
  tuple3: 0x87,
  true: 0x88,
  false: 0x89,
  long1: 0x8a,
  long4: 0x8b,
  shortBinaryUnicode: 0x8c,
  binaryUnicode8: 0x8d,
  binaryBytes8: 0x8e,
  stackGlobal: 0x93,
  memoize: 0x94,
  frame: 0x95,
  binaryBytes: 0x42,
  shortBinaryBytes: 0x43,
} as const;

/** Opcodes that are refused by name, because a person may look for them. */
const refusedOpcodes: Readonly<Record<number, string>> = {
  0x50: 'PERSID',
  0x53: 'STRING',
  0x69: 'INST',
  0x6f: 'OBJ',
  0x82: 'EXT1',
  0x83: 'EXT2',
  0x84: 'EXT4',
  0x8f: 'EMPTY_SET',
  0x90: 'ADDITEMS',
  0x91: 'FROZENSET',
  0x92: 'NEWOBJ_EX',
  0x96: 'BYTEARRAY8',
  0x97: 'NEXT_BUFFER',
  0x98: 'READONLY_BUFFER',
};

/**
 * Interprets one pickle from the start of `bytes`: a small stack machine that builds numbers,
 * strings, lists (arrays), tuples (arrays) and dictionaries (Maps), and calls only what `policy`
 * allows. Every step consumes input and no value is copied, so time and memory are bounded by the
 * length of the input.
 * @throws AnamnesisError checkpoint.pickle-malformed, checkpoint.pickle-refused
 */
export function interpretPickle(
  bytes: Uint8Array,
  policy: PicklePolicy,
  place: string,
): { value: unknown; end: number } {
  return new PickleMachine(bytes, policy, place).run();
}

class PickleMachine {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #policy: PicklePolicy;
  readonly #place: string;
  readonly #decoder = new TextDecoder('utf-8');
  readonly #stack: unknown[] = [];
  readonly #memo = new Map<number, unknown>();
  #position = 0;

  constructor(bytes: Uint8Array, policy: PicklePolicy, place: string) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#policy = policy;
    this.#place = place;
  }

  run(): { value: unknown; end: number } {
    for (;;) {
      const code = this.#bytes[this.#take(1)];
      if (code === opcode.stop) return { value: this.#pop(), end: this.#position };
      this.#step(code);
    }
  }

  #malformed(expected: string, found: string): AnamnesisError {
    return new AnamnesisError('checkpoint.pickle-malformed', {
      expected,
      found: `${found} at byte ${this.#position}`,
      remedy: 'Copy the file again, or convert it to safetensors where it was made.',
      place: this.#place,
    });
  }

  /** Start of the next `length` bytes of input, which are consumed. */
  #take(length: number): number {
    const start = this.#position;
    if (length > this.#bytes.length - start) throw this.#malformed('more input', 'its end');
    this.#position = start + length;
    return start;
  }

  #slice(length: number): Uint8Array {
    const start = this.#take(length);
    return this.#bytes.subarray(start, start + length);
  }

  #line(): string {
    const end = this.#bytes.indexOf(0x0a, this.#position);
    if (end < 0 || end - this.#position > lineLimit)
      throw this.#malformed('a line', 'no end of it');
    const line = this.#decoder.decode(this.#slice(end - this.#position));
    this.#position++;
    return line;
  }

  #uint8(): number {
    return this.#bytes[this.#take(1)];
  }
  #uint32(): number {
    return this.#view.getUint32(this.#take(4), true);
  }
  #uint64(): number {
    const value = this.#view.getBigUint64(this.#take(8), true);
    if (value > BigInt(this.#bytes.length)) throw this.#malformed('a length', 'a longer one');
    return Number(value);
  }

  #pop(): unknown {
    const value = this.#stack.pop();
    if (value === mark || value === undefined) throw this.#malformed('a value', 'an empty stack');
    return value;
  }

  #top(): unknown {
    const value = this.#stack.at(-1);
    if (value === mark || value === undefined) throw this.#malformed('a value', 'an empty stack');
    return value;
  }

  /** The values since the last mark, which goes away with them. */
  #popToMark(): unknown[] {
    const at = this.#stack.lastIndexOf(mark);
    if (at < 0) throw this.#malformed('a mark', 'none');
    const values = this.#stack.splice(at + 1);
    this.#stack.pop();
    return values;
  }

  #tuple(length: number): void {
    const values = Array.from({ length }, () => this.#pop());
    this.#stack.push(values.reverse());
  }

  /** A number where it is exact, so that sizes and offsets can be used as they are. */
  #long(length: number): number | bigint {
    if (length > longLimitBytes) {
      throw this.#malformed(`an integer of at most ${longLimitBytes} bytes`, `${length} bytes`);
    }
    const bytes = this.#slice(length);
    let value = 0n;
    for (let index = length - 1; index >= 0; index--) value = (value << 8n) | BigInt(bytes[index]);
    return simplify(BigInt.asIntN(length * 8, value));
  }

  #decimal(): number | bigint | boolean {
    const line = this.#line().replace(/L$/, '');
    if (line === '00') return false;
    if (line === '01') return true;
    if (!/^[-+]?\d{1,40}$/.test(line)) throw this.#malformed('an integer', 'something else');
    return simplify(BigInt(line));
  }

  #setItems(pairs: readonly unknown[]): void {
    const target = this.#top();
    if (!(target instanceof Map) || pairs.length % 2 !== 0) {
      throw this.#malformed('a dictionary and pairs for it', 'something else');
    }
    for (let index = 0; index < pairs.length; index += 2)
      target.set(pairs[index], pairs[index + 1]);
  }

  #append(values: readonly unknown[]): void {
    const target = this.#top();
    if (!Array.isArray(target)) throw this.#malformed('a list', 'something else');
    for (const value of values) target.push(value);
  }

  #global(module: unknown, name: unknown): void {
    if (typeof module !== 'string' || typeof name !== 'string') {
      throw this.#malformed('the name of a class', 'something else');
    }
    const global = new PickleGlobal(module, name);
    this.#policy.allow(global);
    this.#stack.push(global);
  }

  #call(): void {
    const args = this.#pop();
    const callee = this.#pop();
    if (!(callee instanceof PickleGlobal) || !Array.isArray(args)) {
      throw this.#malformed('a function and its arguments', 'something else');
    }
    this.#stack.push(this.#policy.call(callee, args) ?? null);
  }

  /** Attributes are of no use here: PyTorch puts only a version record on its dictionaries. */
  #build(): void {
    this.#pop();
    if (!(this.#top() instanceof Map)) {
      throw new AnamnesisError('checkpoint.pickle-refused', {
        expected: 'attributes on dictionaries only',
        found: 'attributes on something else',
        remedy: 'Convert the file to safetensors where it was made.',
        place: this.#place,
      });
    }
  }

  #recall(index: number): void {
    if (!this.#memo.has(index)) throw this.#malformed('a remembered value', `none as ${index}`);
    this.#stack.push(this.#memo.get(index));
  }

  #step(code: number): void {
    const stack = this.#stack;
    switch (code) {
      case opcode.protocol: {
        const version = this.#uint8();
        if (version > 4) throw this.#malformed('protocol 2, 3 or 4', `protocol ${version}`);
        return;
      }
      case opcode.frame:
        this.#uint64();
        return;
      case opcode.mark:
        stack.push(mark);
        return;
      case opcode.pop:
        if (stack.at(-1) === mark) stack.pop();
        else this.#pop();
        return;
      case opcode.popMark:
        this.#popToMark();
        return;
      case opcode.duplicate:
        stack.push(this.#top());
        return;
      case opcode.none:
        stack.push(null);
        return;
      case opcode.true:
        stack.push(true);
        return;
      case opcode.false:
        stack.push(false);
        return;
      case opcode.integer:
      case opcode.long:
        stack.push(this.#decimal());
        return;
      case opcode.binaryInteger:
        stack.push(this.#view.getInt32(this.#take(4), true));
        return;
      case opcode.byteInteger:
        stack.push(this.#uint8());
        return;
      case opcode.shortInteger:
        stack.push(this.#view.getUint16(this.#take(2), true));
        return;
      case opcode.long1:
        stack.push(this.#long(this.#uint8()));
        return;
      case opcode.long4:
        stack.push(this.#long(this.#uint32()));
        return;
      case opcode.float:
        stack.push(Number(this.#line()));
        return;
      case opcode.binaryFloat:
        stack.push(this.#view.getFloat64(this.#take(8), false));
        return;
      case opcode.unicode:
        stack.push(this.#line());
        return;
      case opcode.binaryUnicode:
      case opcode.binaryString:
        stack.push(this.#decoder.decode(this.#slice(this.#uint32())));
        return;
      case opcode.shortBinaryUnicode:
      case opcode.shortBinaryString:
        stack.push(this.#decoder.decode(this.#slice(this.#uint8())));
        return;
      case opcode.binaryUnicode8:
        stack.push(this.#decoder.decode(this.#slice(this.#uint64())));
        return;
      case opcode.shortBinaryBytes:
        stack.push(this.#slice(this.#uint8()));
        return;
      case opcode.binaryBytes:
        stack.push(this.#slice(this.#uint32()));
        return;
      case opcode.binaryBytes8:
        stack.push(this.#slice(this.#uint64()));
        return;
      case opcode.emptyTuple:
      case opcode.emptyList:
        stack.push([]);
        return;
      case opcode.tuple:
      case opcode.list:
        stack.push(this.#popToMark());
        return;
      case opcode.tuple1:
      case opcode.tuple2:
      case opcode.tuple3:
        this.#tuple(code - opcode.tuple1 + 1);
        return;
      case opcode.emptyDictionary:
        stack.push(new Map());
        return;
      case opcode.dictionary: {
        const pairs = this.#popToMark();
        stack.push(new Map());
        this.#setItems(pairs);
        return;
      }
      case opcode.append:
        this.#append([this.#pop()]);
        return;
      case opcode.appends:
        this.#append(this.#popToMark());
        return;
      case opcode.setItem: {
        const value = this.#pop();
        this.#setItems([this.#pop(), value]);
        return;
      }
      case opcode.setItems:
        this.#setItems(this.#popToMark());
        return;
      case opcode.put:
        this.#memo.set(Number(this.#decimal()), this.#top());
        return;
      case opcode.binaryPut:
        this.#memo.set(this.#uint8(), this.#top());
        return;
      case opcode.longBinaryPut:
        this.#memo.set(this.#uint32(), this.#top());
        return;
      case opcode.memoize:
        this.#memo.set(this.#memo.size, this.#top());
        return;
      case opcode.get:
        this.#recall(Number(this.#decimal()));
        return;
      case opcode.binaryGet:
        this.#recall(this.#uint8());
        return;
      case opcode.longBinaryGet:
        this.#recall(this.#uint32());
        return;
      case opcode.global: {
        const module = this.#line();
        this.#global(module, this.#line());
        return;
      }
      case opcode.stackGlobal: {
        const name = this.#pop();
        this.#global(this.#pop(), name);
        return;
      }
      case opcode.reduce:
      case opcode.newObject:
        this.#call();
        return;
      case opcode.build:
        this.#build();
        return;
      case opcode.binaryPersistentId:
        stack.push(this.#policy.resolve(this.#pop()) ?? null);
        return;
      default:
        throw this.#unknownOpcode(code);
    }
  }

  #unknownOpcode(code: number): AnamnesisError {
    const name = refusedOpcodes[code];
    if (name === undefined) return this.#malformed('an opcode', `byte ${code}`);
    return new AnamnesisError('checkpoint.pickle-refused', {
      expected: 'opcodes that build tensors',
      found: `${name} at byte ${this.#position}`,
      remedy: 'Convert the file to safetensors where it was made.',
      place: this.#place,
    });
  }
}

function simplify(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}
