import type { AnamnesisError } from '#core/base/error.ts';
import { PickleInput } from './pickle-input.ts';
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
  return new PickleMachine(new PickleInput(bytes, place), policy).run();
}

class PickleMachine {
  readonly #input: PickleInput;
  readonly #policy: PicklePolicy;
  readonly #stack: unknown[] = [];
  readonly #memo = new Map<number, unknown>();
  #steps = 0;

  constructor(input: PickleInput, policy: PicklePolicy) {
    this.#input = input;
    this.#policy = policy;
  }

  run(): { value: unknown; end: number } {
    for (;;) {
      const code = this.#input.takeUint8();
      if (code === opcode.stop) return { value: this.#pop(), end: this.#input.position };
      this.#count(1);
      this.#step(code);
    }
  }

  #malformed(expected: string, found: string): AnamnesisError {
    return this.#input.malformed(expected, found);
  }

  #count(steps: number): void {
    this.#steps += steps;
    if (this.#steps > stepLimit) throw this.#malformed(`at most ${stepLimit} steps`, 'more');
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
      throw this.#input.refused('attributes on dictionaries only', 'attributes on something else');
    }
  }

  #recall(index: number): void {
    if (!this.#memo.has(index)) throw this.#malformed('a remembered value', `none as ${index}`);
    this.#stack.push(this.#memo.get(index));
  }

  #step(code: number): void {
    const stack = this.#stack;
    const input = this.#input;
    switch (code) {
      case opcode.protocol: {
        const version = input.takeUint8();
        if (version > 4) throw this.#malformed('protocol 2, 3 or 4', `protocol ${version}`);
        return;
      }
      case opcode.frame:
        input.takeLength();
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
        stack.push(input.takeDecimal());
        return;
      case opcode.binaryInteger:
        stack.push(input.takeInt32());
        return;
      case opcode.byteInteger:
        stack.push(input.takeUint8());
        return;
      case opcode.shortInteger:
        stack.push(input.takeUint16());
        return;
      case opcode.long1:
        stack.push(input.takeInteger(input.takeUint8()));
        return;
      case opcode.long4:
        stack.push(input.takeInteger(input.takeUint32()));
        return;
      case opcode.float:
        stack.push(Number(input.takeLine()));
        return;
      case opcode.binaryFloat:
        stack.push(input.takeFloat64());
        return;
      case opcode.unicode:
        stack.push(input.takeLine());
        return;
      case opcode.binaryUnicode:
      case opcode.binaryString:
        stack.push(input.takeText(input.takeUint32()));
        return;
      case opcode.shortBinaryUnicode:
      case opcode.shortBinaryString:
        stack.push(input.takeText(input.takeUint8()));
        return;
      case opcode.binaryUnicode8:
        stack.push(input.takeText(input.takeLength()));
        return;
      case opcode.shortBinaryBytes:
        stack.push(input.takeBytes(input.takeUint8()));
        return;
      case opcode.binaryBytes:
        stack.push(input.takeBytes(input.takeUint32()));
        return;
      case opcode.binaryBytes8:
        stack.push(input.takeBytes(input.takeLength()));
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
        this.#memo.set(Number(input.takeDecimal()), this.#top());
        return;
      case opcode.binaryPut:
        this.#memo.set(input.takeUint8(), this.#top());
        return;
      case opcode.longBinaryPut:
        this.#memo.set(input.takeUint32(), this.#top());
        return;
      case opcode.memoize:
        this.#memo.set(this.#memo.size, this.#top());
        return;
      case opcode.get:
        this.#recall(Number(input.takeDecimal()));
        return;
      case opcode.binaryGet:
        this.#recall(input.takeUint8());
        return;
      case opcode.longBinaryGet:
        this.#recall(input.takeUint32());
        return;
      case opcode.global: {
        const module = input.takeLine();
        this.#global(module, input.takeLine());
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
    return this.#input.refused('opcodes that build tensors', name);
  }
}
