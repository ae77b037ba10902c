import type { AnamnesisError } from '#core/base/error.ts';
import { PickleInput } from './pickle-input.ts';
import { opcode, refusedOpcodes } from './pickle-opcodes.ts';
import type { PicklePolicy } from './pickle-policy.ts';
import { PickleStack } from './pickle-stack.ts';
import { pickleSteps, type PickleStep } from './pickle-steps.ts';

/**
 * A tensor takes about 30 steps, so this is enough for 30,000 of them; an encoder has some hundreds.
 * A single byte can make a dictionary of 200 bytes: without a bound they would fill the memory.
 */
const stepLimit = 1_048_576;

const stepNames = Object.keys(pickleSteps) as (keyof typeof pickleSteps)[];
const stepOf = new Map<number, PickleStep>(
  stepNames.map((name) => [opcode[name], pickleSteps[name]]),
);

/**
 * Interprets one pickle from the start of `bytes`: a small stack machine that builds numbers,
 * strings, lists (arrays), tuples (arrays) and dictionaries (Maps), and calls only what `policy`
 * allows. Every step consumes input, and no value is copied but by a call, which counts as several
 * steps: so time and memory are bounded.
 * @throws AnamnesisError checkpoint.pickle-malformed, checkpoint.pickle-refused
 */
export function interpretPickle(
  bytes: Uint8Array,
  policy: PicklePolicy,
  place: string,
): { value: unknown; end: number } {
  const input = new PickleInput(bytes, place);
  const stack = new PickleStack(input);
  let steps = 0;
  const countSteps = (count: number): void => {
    steps += count;
    if (steps > stepLimit) throw input.malformed(`at most ${stepLimit} steps`, 'more');
  };
  const machine = { input, stack, policy, countSteps };
  for (;;) {
    const code = input.takeUint8();
    if (code === opcode.stop) return { value: stack.pop(), end: input.position };
    const step = stepOf.get(code);
    if (step === undefined) throw unknownOpcode(code, input);
    countSteps(1);
    step(machine);
  }
}

function unknownOpcode(code: number, input: PickleInput): AnamnesisError {
  const name = refusedOpcodes[code];
  if (name === undefined) return input.malformed('an opcode', `byte ${code}`);
  return input.refused('opcodes that build tensors', name);
}
