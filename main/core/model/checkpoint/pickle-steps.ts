import type { PickleInput } from './pickle-input.ts';
import type { opcode } from './pickle-opcodes.ts';
import { PickleGlobal, type PicklePolicy } from './pickle-policy.ts';
import type { PickleStack } from './pickle-stack.ts';

/** What the steps of a pickle work on. */
interface PickleMachine {
  readonly input: PickleInput;
  readonly stack: PickleStack;
  readonly policy: PicklePolicy;
  /** Throws when there were too many. */
  readonly countSteps: (count: number) => void;
}

export type PickleStep = (machine: PickleMachine) => void;

/** The step that pushes what it takes from the input, or makes. */
function push(take: (input: PickleInput) => unknown): PickleStep {
  return ({ input, stack }) => {
    stack.push(take(input));
  };
}

function pushTuple(length: number): PickleStep {
  return ({ stack }) => {
    stack.push(stack.popMany(length));
  };
}

const pushList: PickleStep = ({ stack }) => {
  stack.push(stack.popToMark());
};

function remember(take: (input: PickleInput) => number): PickleStep {
  return ({ input, stack }) => {
    stack.remember(take(input));
  };
}

function recall(take: (input: PickleInput) => number): PickleStep {
  return ({ input, stack }) => {
    stack.recall(take(input));
  };
}

function setItems({ input, stack }: PickleMachine, pairs: readonly unknown[]): void {
  const target = stack.top();
  if (!(target instanceof Map) || pairs.length % 2 !== 0) {
    throw input.malformed('a dictionary and pairs for it', 'something else');
  }
  for (let index = 0; index < pairs.length; index += 2) target.set(pairs[index], pairs[index + 1]);
}

function append({ input, stack }: PickleMachine, values: readonly unknown[]): void {
  const target = stack.top();
  if (!Array.isArray(target)) throw input.malformed('a list', 'something else');
  for (const value of values) target.push(value);
}

function pushGlobal({ input, stack, policy }: PickleMachine, module: unknown, name: unknown): void {
  if (typeof module !== 'string' || typeof name !== 'string') {
    throw input.malformed('the name of a class', 'something else');
  }
  const global = new PickleGlobal(module, name);
  policy.allow(global);
  stack.push(global);
}

/** A call counts as so many steps as its arguments have items, as it may copy them. */
const call: PickleStep = ({ input, stack, policy, countSteps }) => {
  const args = stack.pop();
  const callee = stack.pop();
  if (!(callee instanceof PickleGlobal) || !Array.isArray(args)) {
    throw input.malformed('a function and its arguments', 'something else');
  }
  countSteps(args.length);
  for (const arg of args) if (Array.isArray(arg)) countSteps(arg.length);
  stack.push(policy.call(callee, args) ?? null);
};

/** What each opcode does but the one that ends a pickle. */
export const pickleSteps = {
  protocol: ({ input }) => {
    const version = input.takeUint8();
    if (version > 4) throw input.malformed('protocol 2, 3 or 4', `protocol ${version}`);
  },
  frame: ({ input }) => {
    input.takeLength();
  },

  mark: ({ stack }) => {
    stack.pushMark();
  },
  pop: ({ stack }) => {
    stack.drop();
  },
  popMark: ({ stack }) => {
    stack.popToMark();
  },
  duplicate: ({ stack }) => {
    stack.push(stack.top());
  },

  none: push(() => null),
  true: push(() => true),
  false: push(() => false),
  integer: push((input) => input.takeDecimal()),
  long: push((input) => input.takeDecimal()),
  binaryInteger: push((input) => input.takeInt32()),
  byteInteger: push((input) => input.takeUint8()),
  shortInteger: push((input) => input.takeUint16()),
  long1: push((input) => input.takeInteger(input.takeUint8())),
  long4: push((input) => input.takeInteger(input.takeUint32())),
  float: push((input) => Number(input.takeLine())),
  binaryFloat: push((input) => input.takeFloat64()),

  unicode: push((input) => input.takeLine()),
  binaryUnicode: push((input) => input.takeText(input.takeUint32())),
  binaryString: push((input) => input.takeText(input.takeUint32())),
  shortBinaryUnicode: push((input) => input.takeText(input.takeUint8())),
  shortBinaryString: push((input) => input.takeText(input.takeUint8())),
  binaryUnicode8: push((input) => input.takeText(input.takeLength())),
  shortBinaryBytes: push((input) => input.takeBytes(input.takeUint8())),
  binaryBytes: push((input) => input.takeBytes(input.takeUint32())),
  binaryBytes8: push((input) => input.takeBytes(input.takeLength())),

  emptyTuple: push(() => []),
  tuple: pushList,
  tuple1: pushTuple(1),
  tuple2: pushTuple(2),
  tuple3: pushTuple(3),
  emptyList: push(() => []),
  list: pushList,
  append: (machine) => {
    append(machine, [machine.stack.pop()]);
  },
  appends: (machine) => {
    append(machine, machine.stack.popToMark());
  },
  emptyDictionary: push(() => new Map()),
  dictionary: (machine) => {
    const pairs = machine.stack.popToMark();
    machine.stack.push(new Map());
    setItems(machine, pairs);
  },
  setItem: (machine) => {
    setItems(machine, machine.stack.popMany(2));
  },
  setItems: (machine) => {
    setItems(machine, machine.stack.popToMark());
  },

  put: remember((input) => Number(input.takeDecimal())),
  binaryPut: remember((input) => input.takeUint8()),
  longBinaryPut: remember((input) => input.takeUint32()),
  memoize: ({ stack }) => {
    stack.remember();
  },
  get: recall((input) => Number(input.takeDecimal())),
  binaryGet: recall((input) => input.takeUint8()),
  longBinaryGet: recall((input) => input.takeUint32()),

  global: (machine) => {
    const module = machine.input.takeLine();
    pushGlobal(machine, module, machine.input.takeLine());
  },
  stackGlobal: (machine) => {
    const [module, name] = machine.stack.popMany(2);
    pushGlobal(machine, module, name);
  },
  reduce: call,
  newObject: call,
  // Attributes are of no use here: PyTorch puts only a version record on its dictionaries.
  build: ({ input, stack }) => {
    stack.pop();
    if (!(stack.top() instanceof Map)) {
      throw input.refused('attributes on dictionaries only', 'attributes on something else');
    }
  },
  binaryPersistentId: ({ stack, policy }) => {
    stack.push(policy.resolve(stack.pop()) ?? null);
  },
} as const satisfies Record<Exclude<keyof typeof opcode, 'stop'>, PickleStep>;
