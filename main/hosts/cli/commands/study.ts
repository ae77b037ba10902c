import { dirname, join, resolve } from 'node:path';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { inEnglish } from '#core/base/phrase.ts';
import type { Study } from '#core/domain/run.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { forgetTrainingStates } from '#core/study/execution/forget-training-states.ts';
import { registerStudy } from '#core/study/execution/register-study.ts';
import { listImportProblems } from '#core/study/results/list-import-problems.ts';
import { listFoldScores } from '#core/study/results/list-fold-scores.ts';
import { collectReport, collectResults } from '#core/study/results/collect-results.ts';
import { describeFailure } from '#core/report/describe-failure.ts';
import { formatDuration } from '#core/base/format-number.ts';
import { wordsOf } from '#core/report/report-words.ts';
import { writeTerminalReport } from '#core/report/write-terminal-report.ts';
import type { Language } from '#core/wording/language.ts';
import { precisions, type Precision } from '#core/training/precision.ts';
import { requireEngineName } from '#hosts/composition/engines.ts';
import { formatMegabytes } from '../describe-room.ts';
import { exitCodes } from '../exit-codes.ts';
import { findStudy } from '../find-study.ts';
import { folderName } from '../folder-name.ts';
import { judgeWhatWasNot } from '../judge-what-was-not.ts';
import { languageOption } from '../language-option.ts';
import { readCount } from '../read-count.ts';
import { outputOf, type Output } from '../output.ts';
import { runInTrainer } from '../run-in-trainer.ts';
import {
  addWorkspaceOptions,
  withWorkspace,
  type OpenedWorkspace,
  type WorkspaceOptions,
} from '../workspace-options.ts';
import { checkOutsideOf, checkResultFolder, writeResultFiles } from '../write-result-files.ts';
import { readPlanFile } from './plan.ts';
import { addLastTest } from './last-test.ts';
import { addSteering } from './steer.ts';
import { addStudyRemoval } from './removal.ts';

const howToGoOn = 'its trainer was ended from outside; the same command (study run <plan>) goes on';

interface RunOptions extends WorkspaceOptions {
  readonly results?: string;
  readonly language: Language;
  readonly engine?: string;
  readonly precision?: Precision;
  readonly on?: string;
  readonly slots?: number;
}

export function addStudyCommands(program: Command, setExitCode: (code: number) => void): void {
  const study = program.command('study').description('run studies and read their results');
  addWorkspaceOptions(
    study
      .command('run')
      .description('run the study of a plan file, or go on with it where it was')
      .argument('<plan>', 'plan file')
      .option(
        '--results <folder>',
        'where to write results.csv, results.json and report.html',
        folderName,
      )
      .option('--engine <name>', 'compute with this engine, whatever the plan says: see doctor')
      .addOption(
        new Option(
          '--precision <name>',
          'compute products in float32, or in half precision where that is sound, whatever the plan says',
        ).choices(precisions),
      )
      .option(
        '--on <folder:path>',
        'let workers compute the folds, from a folder that they share with this machine',
        readSharedFolder,
      )
      .option(
        '--slots <number>',
        'with --on: how many folds at once',
        (text: string) => readCount('slots', text),
        2,
      )
      .addOption(languageOption()),
  ).action((planFile: string, options: RunOptions) => {
    const engine = options.engine === undefined ? null : requireEngineName(options.engine);
    return withWorkspace(options, async (workspace, opened) => {
      const registered = registerStudy(workspace, {
        text: readPlanFile(planFile),
        fileName: planFile,
        folder: dirname(resolve(planFile)),
      });
      const results =
        options.results ?? join(dirname(resolve(planFile)), `${registered.name}-results`);
      checkResultFolder(results);
      checkOutsideOf(workspace, results);
      const completed = await executeAndReport(opened, registered, {
        results,
        engine,
        precision: options.precision ?? null,
        workers: workersOf(options),
        language: options.language,
        output: outputOf(program),
      });
      if (!completed) setExitCode(exitCodes.stopped.code);
    });
  });

  addWorkspaceOptions(study.command('list').description('list the studies of a workspace')).action(
    (options: WorkspaceOptions) =>
      withWorkspace(options, (workspace) => {
        const studies = workspace.studies.list().map(({ id, name, state, failure }) => ({
          id,
          name,
          state: workspace.studies.isInterrupted(id) ? 'interrupted' : state,
          failure,
        }));
        const lines = studies.map(({ name, state, failure }) =>
          [
            `${state.padEnd(11)} ${name}`,
            ...(failure === null ? [] : [inEnglish(describeFailure(failure))]),
            ...(state === 'interrupted' ? [howToGoOn] : []),
          ].join(`\n${' '.repeat(12)}`),
        );
        outputOf(program).result(
          lines.length === 0 ? 'no studies yet: anamnesis study run <plan>' : lines.join('\n'),
          studies,
        );
      }),
  );

  addWorkspaceOptions(
    study
      .command('forget')
      .description('give back the room of trainings under way; they begin anew, results stay')
      .argument('<name>', 'name of the study'),
  ).action((name: string, options: WorkspaceOptions) =>
    withWorkspace(options, async (workspace) => {
      const { id } = findStudy(workspace, name);
      const forgotten = await forgetTrainingStates(workspace, id);
      const { trainings, bytes } = forgotten;
      const text = `forgot ${trainings} trainings, ${formatMegabytes(bytes)}`;
      outputOf(program).result(text, forgotten);
    }),
  );

  addWorkspaceOptions(
    study
      .command('report')
      .description('print the results of a study and write its files')
      .argument('<name>', 'name of the study')
      .requiredOption(
        '--results <folder>',
        'where to write results.csv, results.json, report.html',
        folderName,
      )
      .option(
        '--scores',
        'also write what each model said of each tested note or sentence (ids, no text), and a script that derives the figures from it',
      )
      .addOption(languageOption()),
  ).action((name: string, options: RunOptions & { results: string; scores?: true }) =>
    withWorkspace(options, async (workspace) => {
      checkOutsideOf(workspace, options.results);
      const found = findStudy(workspace, name);
      if (found.state !== 'running') await judgeWhatWasNot(workspace, found, outputOf(program));
      report(workspace, found, {
        results: options.results,
        scores: options.scores === true,
        language: options.language,
        output: outputOf(program),
      });
    }),
  );

  addLastTest(study, program, setExitCode);
  addSteering(study, program);
  addStudyRemoval(study, program);
}

/** The folder of `--on folder:<path>`, as a full path. */
function readSharedFolder(text: string): string {
  const path = /^folder:(.+)$/.exec(text)?.[1];
  if (path === undefined) throw new InvalidArgumentError('Name it as folder:<path>.');
  return resolve(path);
}

function workersOf({ on, slots = 2 }: RunOptions) {
  return on === undefined ? undefined : { folder: on, slots };
}

/** Runs a study to its end and writes its results. Returns false when it was stopped. */
export async function executeAndReport(
  opened: OpenedWorkspace,
  study: Study,
  options: {
    results: string;
    engine: string | null;
    precision: Precision | null;
    workers?: { readonly folder: string; readonly slots: number } | undefined;
    language: Language;
    output: Output;
  },
): Promise<boolean> {
  const startedAtMs = Date.now();
  const completed = await runInTrainer(opened, study.id, options);
  if (!completed) {
    options.output.message('stopped; the same command goes on where it was');
    return false;
  }
  report(opened.workspace, study, { ...options, scores: false });
  options.output.message(describeTime(opened.workspace, study, Date.now() - startedAtMs));
  return true;
}

/** A study that went on from before took longer than this command, but not its pauses. */
function describeTime(workspace: Workspace, { id }: Study, commandMs: number): string {
  const { runs } = collectResults(workspace, id);
  const runsMs = runs.reduce((sum, { tookMs }) => sum + (tookMs ?? 0), 0);
  const whole = runsMs > commandMs ? `; its steps took ${formatDuration(runsMs)} in all` : '';
  return `took ${formatDuration(commandMs)}${whole}`;
}

function report(
  workspace: Workspace,
  study: Study,
  options: { results: string; scores: boolean; language: Language; output: Output },
): void {
  const { output, language } = options;
  const results = collectReport(workspace, study.id);
  const beside = {
    problems: listImportProblems(workspace, study.id),
    scores: options.scores ? listFoldScores(workspace, study.id) : null,
    language,
  };
  const files = writeResultFiles(results, beside, options.results);
  workspace.audit.append('export.written', { studyId: study.id, files: files.length });
  output.result(
    [
      writeTerminalReport(results, language),
      ...files.map((file) => wordsOf(language).terminalReport.wrote(file)),
    ]
      .join('\n')
      .trimStart(),
    { ...results, files },
  );
}
