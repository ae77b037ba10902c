import { Command } from 'commander';
import { expect, it } from 'vitest';
import { commandTable, findCommandFiles } from './command-table.ts';

it.each(commandTable)('adds $names and no other command', async ({ names, load }) => {
  const program = new Command();
  (await load())(program, () => undefined);
  expect(program.commands.map((command) => command.name())).toEqual(names);
});

it('reads one command where one is named, and all for help and for what is mistyped', () => {
  expect(findCommandFiles(['--json', 'corpus', 'list']).flatMap(({ names }) => names)).toEqual([
    'corpus',
    'dataset',
  ]);
  for (const argv of [[], ['--help'], ['help', 'study'], ['stdy', 'run']]) {
    expect(findCommandFiles(argv)).toBe(commandTable);
  }
});
