import { Option, type Command } from 'commander';
import { AnamnesisError } from '#core/base/error.ts';
import { formatCount, formatScore } from '#core/base/format-number.ts';
import { inEnglish } from '#core/base/phrase.ts';
import { labelDecisions, type LabelDecision } from '#core/domain/label-check.ts';
import { findModel } from '#core/library/find-model.ts';
import { applyChecks } from '#core/review/errors/apply-checks.ts';
import { checkLabel } from '#core/review/errors/check-label.ts';
import { rankLabelErrors, type LabelIssue } from '#core/review/errors/rank-label-errors.ts';
import { reasonOf } from '#core/review/errors/reason-of.ts';
import type { LabelledSetVersion } from '#core/storage/labelled-sets.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { registerStudy } from '#core/study/execution/register-study.ts';
import { planLabelCheck } from '#core/study/recipes/plan-label-check.ts';
import { listLabelChecks, readCheck } from '#core/study/results/list-label-checks.ts';
import { exitCodes } from '../exit-codes.ts';
import { outputOf } from '../output.ts';
import { readCount } from '../read-count.ts';
import { runInTrainer } from '../run-in-trainer.ts';
import { addWorkspaceOptions, withWorkspace, type WorkspaceOptions } from '../workspace-options.ts';
import { readVersion } from './document-choice.ts';

interface SetFlags extends WorkspaceOptions {
  readonly setVersion?: number;
}

interface FindFlags extends SetFlags {
  readonly labels: 'classes' | 'spans';
  readonly model?: string;
  readonly folds: string;
  readonly wholeModel: boolean;
}

interface ListFlags extends SetFlags {
  readonly study?: string;
  readonly most: string;
  readonly decision: LabelDecision | 'open' | 'all';
}

/** The group `annotate errors`: labels of a frozen set that a model does not believe. */
export function addErrorCommands(annotate: Command, setExitCode: (code: number) => void): void {
  const errors = annotate
    .command('errors')
    .description('labels that are probably wrong, by a model that has not learned from them');

  addSet(errors.command('find').description('train it, fold by fold; the same command goes on'))
    .addOption(
      new Option('--labels <kind>', 'which labels')
        .choices(['classes', 'spans'])
        .default('classes'),
    )
    .option('--model <name>', 'one of the library; words counted unless given, for classes alone')
    .option('--folds <number>', 'how many', '5')
    .option('--whole-model', 'train all of the model, not its head alone', false)
    .action((set: string, flags: FindFlags) =>
      withWorkspace(flags, async (workspace, opened) => {
        const { labels, wholeModel } = flags;
        const { version } = workspace.labelledSets.get(set, flags.setVersion);
        const model = flags.model === undefined ? null : findModel(workspace, flags.model).id;
        if (model === null && labels === 'spans') refuseWords();
        const folds = readCount('folds', flags.folds);
        const order = { set, version, labels, model, folds, frozenEncoder: !wholeModel };
        const text = JSON.stringify(planLabelCheck(order));
        const study = registerStudy(workspace, { text, fileName: 'plan', folder: process.cwd() });
        const output = outputOf(program(annotate));
        const isDone = await runInTrainer(opened, study.id, {
          output,
          engine: null,
          precision: null,
        });
        if (isDone) output.result(`found: anamnesis annotate errors list ${set}`, study);
        else setExitCode(exitCodes.stopped.code);
      }),
    );

  addSet(errors.command('list').description('the likeliest to be wrong first'))
    .option('--study <name>', 'by whose models; the newest that is finished unless given')
    .option('--most <number>', 'how many', '50')
    .addOption(
      new Option('--decision <decision>', 'those of which this was decided')
        .choices(['open', ...labelDecisions, 'all'])
        .default('open'),
    )
    .action((set: string, flags: ListFlags) =>
      withWorkspace(flags, (workspace) => {
        const version = workspace.labelledSets.get(set, flags.setVersion);
        const decisions = new Map(
          workspace.labelChecks.list(version.id).map((each) => [placeOf(each), each.decision]),
        );
        const { issues, lookedAt } = rank(workspace, version, flags.study);
        const found = issues
          .map((issue) => ({ ...issue, decision: decisions.get(placeOf(issue)) ?? 'open' }))
          .filter(({ decision }) => flags.decision === 'all' || decision === flags.decision)
          .slice(0, readCount('most', flags.most));
        const head = `${formatCount(issues.length)} of ${formatCount(lookedAt)} labels are not believed`;
        outputOf(program(annotate)).result([head, ...found.map(describe)].join('\n'), {
          lookedAt,
          total: issues.length,
          issues: found,
        });
      }),
    );

  addSet(errors.command('decide').description('keep a label, change it as expected, or reopen it'))
    .argument('<number>', 'of the document, as the list has it')
    .argument('<key>', 'of the label, as the list has it')
    .addArgument(annotate.createArgument('<decision>').choices(['kept', 'changed', 'open']))
    .option('--study <name>', 'by whose models; the newest that is finished unless given')
    .action(
      (
        set: string,
        number: string,
        key: string,
        decision: LabelDecision | 'open',
        flags: SetFlags & { readonly study?: string },
      ) =>
        withWorkspace(flags, (workspace, { person }) => {
          const version = workspace.labelledSets.get(set, flags.setVersion);
          const issue = rank(workspace, version, flags.study).issues.find(
            (each) => String(each.number) === number && each.key === key,
          );
          if (issue === undefined) refuse('a label of the list', 'another');
          checkLabel(workspace, version, {
            issue,
            decision: decision === 'open' ? null : decision,
            person: person.id,
          });
          outputOf(program(annotate)).result(`${decision}: ${describe(issue)}`, issue);
        }),
    );

  addSet(
    errors.command('apply').description('make the next version of the set with what was changed'),
  ).action((set: string, flags: SetFlags) =>
    withWorkspace(flags, (workspace) => {
      const { frozen, changed } = applyChecks(
        workspace,
        workspace.labelledSets.get(set, flags.setVersion),
      );
      outputOf(program(annotate)).result(
        `froze ${set} version ${frozen.version}: ${formatCount(changed)} labels changed`,
        { ...frozen, changed },
      );
    }),
  );
}

function addSet(command: Command): Command {
  return addWorkspaceOptions(
    command
      .argument('<set>', 'name of a labelled set')
      .option('--set-version <number>', 'the newest unless given', readVersion),
  );
}

/** The command that the options of the whole program belong to. */
function program(command: Command): Command {
  return command.parent ?? command;
}

/** @throws record.missing before a model was trained on it */
function rank(workspace: Workspace, version: LabelledSetVersion, study: string | undefined) {
  const [check] = workspace.studies
    .list()
    .filter(({ name }) => study === undefined || name === study)
    .sort((a, b) => b.createdAtMs - a.createdAtMs)
    .flatMap(({ id }) => listLabelChecks(workspace, id))
    .filter((each) => each.version.id === version.id && each.runIds.length === each.folds);
  if (check === undefined) {
    refuse('a model that was tested on all of the set', 'none that has ended');
  }
  return rankLabelErrors(workspace, version, readCheck(workspace, check));
}

const placeOf = ({ number, key }: Pick<LabelIssue, 'number' | 'key'>) => `${number} ${key}`;

function describe(issue: LabelIssue): string {
  const { number, documentId, key, score } = issue;
  return `${formatScore(score)} ${documentId} (${number}) [${key}]: ${inEnglish(reasonOf(issue))}`;
}

function refuse(expected: string, found: string): never {
  throw new AnamnesisError('record.missing', {
    expected,
    found,
    remedy: 'Run "anamnesis annotate errors find" first, and list it again.',
  });
}

function refuseWords(): never {
  throw new AnamnesisError('api.invalid-input', {
    expected: 'a model, for labels of spans',
    found: 'none',
    remedy: 'Name one of the library: see "anamnesis model list".',
    place: '--model',
  });
}
