import { Command, CommanderError } from 'commander';
import { AnamnesisError } from '#core/base/error.ts';
import { addDemoCommand } from './commands/demo.ts';
import { addDoctorCommand } from './commands/doctor.ts';
import { addModelCommands } from './commands/model.ts';
import { addPlanCommands } from './commands/plan.ts';
import { addServeCommand } from './commands/serve.ts';
import { addStudyCommands } from './commands/study.ts';
import { addVocabularyCommands } from './commands/vocabulary.ts';
import { addWorkspaceCommands } from './commands/workspace.ts';
import { exitCodeOf, exitCodes } from './exit-codes.ts';

/** Runs one command line and returns the exit code. All errors end here, as one clear message. */
export async function runCli(argv: readonly string[]): Promise<number> {
  let exitCode: number = exitCodes.ok.code;
  const program = new Command('anamnesis')
    .description('Adapts language models to clinical text, on this machine and nowhere else.')
    .option('--json', 'print results and progress as JSON, one object per line', false)
    .exitOverride()
    .addHelpText('after', exitCodeHelp());
  const setExitCode = (code: number) => {
    exitCode = code;
  };
  for (const add of [
    addDemoCommand,
    addPlanCommands,
    addStudyCommands,
    addModelCommands,
    addVocabularyCommands,
    addWorkspaceCommands,
    addServeCommand,
    addDoctorCommand,
  ]) {
    add(program, setExitCode);
  }
  try {
    await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    return report(error, argv.includes('--json'));
  }
}

function report(error: unknown, json: boolean): number {
  // Commander has already printed help, the version or what is wrong with the arguments.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : exitCodes.usage.code;
  if (error instanceof AnamnesisError) {
    const { expected, found, remedy, place } = error.details;
    const lines = [
      `error ${error.code}${place === undefined ? '' : ` in ${place}`}`,
      `  expected  ${expected}`,
      `  found     ${found}`,
      `  remedy    ${remedy}`,
    ];
    const value = { error: { code: error.code, expected, found, remedy, place: place ?? null } };
    process.stderr.write(json ? `${JSON.stringify(value)}\n` : `${lines.join('\n')}\n`);
    return exitCodeOf(error.code);
  }
  // The message of an unforeseen error may hold text of a note: only its kind and place are told.
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const places = stack.split('\n').filter((line) => /^\s+at /.test(line));
  process.stderr.write(`error program.fault: a defect of the program\n${places.join('\n')}\n`);
  return exitCodes.fault.code;
}

function exitCodeHelp(): string {
  const lines = Object.values(exitCodes).map(({ code, meaning }) => `  ${code}  ${meaning}`);
  return `\nExit codes:\n${lines.join('\n')}\n`;
}
