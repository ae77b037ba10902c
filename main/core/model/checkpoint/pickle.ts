import { AnamnesisError } from '#core/base/error.ts';
import { opcode, refusedOpcodes } from './pickle-opcodes.ts';

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
/** Names and notes are shorter; comparing longer ones again and again would take for ever. */
const textLimitBytes = 65_536;
/**
 * A tensor takes about 30 steps, so this is enough for 30,000 of them; an encoder has some hundreds.
 * A single byte can make a dictionary of 200 bytes: without a bound they would fill the memory.
 */
const stepLimit = 1_048_576;

/**
 * Interprets one pickle from the start of `bytes`: a small stack machine that builds numbers,
 * strings, lists (arrays), tuples (arrays) and dictionaries (Maps), and calls only what `policy`
 * allows. Every step consumes input, no value is copied but by a call, and a call counts as so many
 * steps as its arguments have items: so time and memory are bounded.
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
  #steps = 0;

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
      this.#count(1);
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

  #count(steps: number): void {
    this.#steps += steps;
    if (this.#steps > stepLimit) throw this.#malformed(`at most ${stepLimit} steps`, 'more');
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

  #text(length: number): string {
    if (length > textLimitBytes) {
      throw this.#malformed(`a text of at most ${textLimitBytes} bytes`, `${length} bytes`);
    }
    return this.#decoder.decode(this.#slice(length));
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
    this.#count(args.length);
    for (const arg of args) if (Array.isArray(arg)) this.#count(arg.length);
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
        stack.push(this.#text(this.#uint32()));
        return;
      case opcode.shortBinaryUnicode:
      case opcode.shortBinaryString:
        stack.push(this.#text(this.#uint8()));
        return;
      case opcode.binaryUnicode8:
        stack.push(this.#text(this.#uint64()));
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
