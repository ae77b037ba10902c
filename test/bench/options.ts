import { parseArgs } from 'node:util';

export interface BenchOptions {
  readonly quick: boolean;
  /** Files as large as the targets name, where a case has a smaller size of its own. */
  readonly full: boolean;
  readonly profile: boolean;
  readonly list: boolean;
  readonly help: boolean;
  /** Writes the tables of the newest results file into docs/performance.md instead of measuring. */
  readonly writeDocs: boolean;
  /** Names of cases, or beginnings of names; empty for all. */
  readonly only: readonly string[];
  readonly roundCount: number;
  readonly otherPython: string | null;
}

export const usage = `npm run bench -- [options]
  --quick            a few cases with few rounds, about a minute: does all run?
  --full             files of 1 GB where 256 MB are usual: some minutes more
  --only <case>      only cases whose name begins so; may be given several times
  --rounds <n>       rounds that count (7), after two that do not
  --python <path>    also PyTorch of this interpreter, such as a virtual environment's
  --profile          where the time of our training step goes, by kind of operator
  --write-docs       measures nothing: writes the newest results into docs/performance.md
  --list             names the cases
`;

/** @throws TypeError for an option that does not exist */
export function readOptions(argumentList: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...argumentList],
    options: {
      quick: { type: 'boolean', default: false },
      full: { type: 'boolean', default: false },
      profile: { type: 'boolean', default: false },
      list: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
      'write-docs': { type: 'boolean', default: false },
      only: { type: 'string', multiple: true, default: [] },
      rounds: { type: 'string', default: '7' },
      python: { type: 'string' },
    },
  });
  const roundCount = Number(values.rounds);
  if (!Number.isSafeInteger(roundCount) || roundCount < 1) {
    throw new TypeError(`--rounds takes a whole number from 1, not ${values.rounds}`);
  }
  return {
    quick: values.quick,
    full: values.full,
    profile: values.profile,
    list: values.list,
    help: values.help,
    writeDocs: values['write-docs'],
    only: values.only,
    roundCount,
    otherPython: values.python ?? null,
  };
}
