import { Command, CommanderError, Help } from 'commander';
import { isAnamnesisError } from '#core/base/error.ts';
import { programVersion } from '#core/base/program-version.ts';
import { findCommandFiles } from './command-table.ts';
import { describeError, describeUsageError } from './describe-error.ts';
import { exitCodeOf, exitCodes } from './exit-codes.ts';

const help = new Help();

/**
 * Runs one command line and returns the exit code. All errors end here, as one clear message: also
 * those of the arguments, so that whether they ask for JSON is known before they are read.
 */
export async function runCli(argv: readonly string[], json: boolean): Promise<number> {
  let exitCode: number = exitCodes.ok.code;
  const program = new Command('anamnesis')
    .description('Adapts language models to clinical text, on this machine and nowhere else.')
    .version(programVersion, '--version', 'print the version')
    .option('--json', 'print results and progress as JSON, one object per line', false)
    .exitOverride()
    .configureOutput({
      outputError: (text, write) => {
        write(json ? describeUsageError(text.trim()) : text);
      },
    })
    .configureHelp({
      showGlobalOptions: true,
      optionDescription: (option) =>
        `${help.optionDescription(option)}${option.mandatory ? ' (required)' : ''}`,
    })
    .addHelpText('after', exitCodeHelp());
  const setExitCode = (code: number) => {
    exitCode = code;
  };
  try {
    for (const { load } of findCommandFiles(argv)) (await load())(program, setExitCode);
    await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    // Commander has already printed help, the version or what is wrong with the arguments.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : exitCodes.usage.code;
    process.stderr.write(describeError(error, json));
    return isAnamnesisError(error) ? exitCodeOf(error.code) : exitCodes.fault.code;
  }
}

function exitCodeHelp(): string {
  const lines = Object.values(exitCodes).map(({ code, meaning }) => `  ${code}  ${meaning}`);
  return `\nExit codes:\n${lines.join('\n')}\n`;
}
