import type { Command } from 'commander';
import { tabulateLastTests } from '#core/report/tabulate-last-tests.ts';
import { writeWorded } from '#core/report/write-terminal-report.ts';
import { wordsOf } from '#core/report/report-words.ts';
import { findLastTest } from '#core/study/last-test/find-last-test.ts';
import { runLastTest } from '#core/study/last-test/run-last-test.ts';
import type { Language } from '#core/wording/language.ts';
import { openEngine } from '#hosts/composition/engines.ts';
import { advanceUntilStopped } from '../advance-until-stopped.ts';
import { exitCodes } from '../exit-codes.ts';
import { findStudy } from '../find-study.ts';
import { languageOption } from '../language-option.ts';
import { outputOf } from '../output.ts';
import { addWorkspaceOptions, withWorkspace, type WorkspaceOptions } from '../workspace-options.ts';
import { measuredEngine } from './new-documents.ts';

interface LastTestFlags extends WorkspaceOptions {
  readonly yes: boolean;
  readonly engine?: string;
  readonly language: Language;
}

/** `study last-test`: shown first, since a set that was opened cannot be closed again. */
export function addLastTest(
  study: Command,
  program: Command,
  setExitCode: (code: number) => void,
): void {
  addWorkspaceOptions(
    study
      .command('last-test')
      .description(
        'test a model that learned all of a task on the locked sets of its study: once, for the audit log keeps it',
      )
      .argument('<name>', 'name of the study')
      .argument('<task>', 'a task of its plan')
      .argument('<model>', 'a model of its plan, with "finalModel": true in the task')
      .option('--yes', 'open the sets; without this, only say what would be opened', false)
      .option('--engine <name>', 'compute with this engine: see doctor')
      .addOption(languageOption()),
  ).action((name: string, task: string, model: string, flags: LastTestFlags) =>
    withWorkspace(flags, async (workspace) => {
      const output = outputOf(program);
      const request = { studyId: findStudy(workspace, name).id, task, model };
      const { versions, earlier, key } = findLastTest(workspace, request);
      const isKnown = workspace.lastTests.find(key) !== null;
      if (!flags.yes && !isKnown) {
        const { lastTest } = wordsOf(flags.language);
        const sets = versions.map(
          (each) => `${each.name} version ${each.version} (${each.documentCount} documents)`,
        );
        output.result(
          [
            `would open ${sets.join(', ')} for ${model} on ${task}`,
            earlier === 0 ? lastTest.firstOpening : lastTest.earlier(earlier),
            'Nothing was opened: --yes opens them, which cannot be taken back.',
          ].join('\n'),
          { opened: false, sets: versions.map((each) => each.name), earlier },
        );
        return;
      }
      const engine = flags.engine ?? measuredEngine(workspace);
      const completed = await advanceUntilStopped(output, async (advance) => {
        const runtime = await openEngine(engine, 'float32');
        const told = await runLastTest(workspace, request, { engine, runtime, advance });
        const tables = tabulateLastTests({ lastTests: [told] }, wordsOf(flags.language));
        output.result(tables.map(writeWorded).join('\n\n'), told);
      });
      if (completed) return;
      output.message('stopped: nothing was seen of the locked sets; the same command begins anew');
      setExitCode(exitCodes.stopped.code);
    }),
  );
}
