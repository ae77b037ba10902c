import { Option, type Command } from 'commander';
import {
  measureAgreement,
  type AgreementFigure,
} from '#core/annotation/agreement/measure-agreement.ts';
import { AnamnesisError } from '#core/base/error.ts';
import { formatCount, formatScore } from '#core/base/format-number.ts';
import { countShort } from '#core/review/projects/count-short.ts';
import { createProject } from '#core/review/projects/create-project.ts';
import { freezeLabels, type Slice } from '#core/review/settle/freeze-labels.ts';
import { gatherRatings } from '#core/review/settle/gather-ratings.ts';
import type { AnnotationProject } from '#core/storage/annotation-projects.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { outputOf } from '../output.ts';
import { addWorkspaceOptions, withWorkspace, type WorkspaceOptions } from '../workspace-options.ts';
import { addErrorCommands } from './annotate-errors.ts';
import { addOrderCommand } from './annotate-order.ts';
import { findPerson, readProjectFile } from './annotate-file.ts';

interface FreezeOptions extends WorkspaceOptions {
  readonly labelsOf?: string;
  readonly slice: Slice;
}

/** The group `annotate`. */
export function addAnnotateCommands(program: Command, setExitCode: (code: number) => void): void {
  const annotate = program
    .command('annotate')
    .description('projects in which people label documents');
  addErrorCommands(annotate, setExitCode);
  addOrderCommand(program, annotate, { findProject, setExitCode });

  addWorkspaceOptions(
    annotate
      .command('create')
      .description('make a project as a file describes it: see docs/annotation.md')
      .argument('<file>', 'JSON'),
  ).action((path: string, options: WorkspaceOptions) =>
    withWorkspace(options, (workspace, { person }) => {
      const order = readProjectFile(workspace, path, person);
      const { project, leftOut } = createProject(workspace, order);
      const short = countShort(workspace, project);
      const lines = [
        ...leftOut.map(
          ({ label, count }) => `  the scheme has no “${label}”: ${formatCount(count)} left out`,
        ),
        ...(short.double < short.doubleWanted
          ? [
              `  ${formatCount(short.double)} of ${formatCount(short.doubleWanted)} documents for two found a second person: nobody else may take more ("most")`,
            ]
          : []),
        ...(short.unassigned > 0
          ? [`  nobody labels ${formatCount(short.unassigned)}: nobody may take more ("most")`]
          : []),
      ];
      outputOf(program).result([`made ${describe(workspace, project)}`, ...lines].join('\n'), {
        ...project,
        leftOut,
        ...short,
      });
    }),
  );

  addWorkspaceOptions(
    annotate.command('list').description('list projects and how far they are'),
  ).action((options: WorkspaceOptions) =>
    withWorkspace(options, (workspace) => {
      const projects = workspace.annotationProjects.list();
      const none = 'no projects yet: anamnesis annotate create <file>';
      outputOf(program).result(
        projects.length === 0
          ? none
          : projects.map((project) => describe(workspace, project)).join('\n'),
        projects.map((project) => ({
          ...project,
          ...workspace.annotationQueue.completion(project.id),
        })),
      );
    }),
  );

  addWorkspaceOptions(
    annotate
      .command('agreement')
      .description('how far persons agree on documents that all who label them have done')
      .argument('<project>', 'its name'),
  ).action((name: string, options: WorkspaceOptions) =>
    withWorkspace(options, async (workspace) => {
      const { id } = findProject(workspace, name);
      const { scheme } = workspace.annotationProjects.scheme(id);
      const figures = await measureAgreement(gatherRatings(workspace, id), scheme, {
        pause: () => Promise.resolve(),
      });
      outputOf(program).result(figures.map(describeFigure).join('\n'), figures);
    }),
  );

  addWorkspaceOptions(
    annotate
      .command('freeze')
      .description('freeze labels as the next version of a set, to train on or to export')
      .argument('<project>', 'its name')
      .argument('<set>', 'its name; it is made where it is not there')
      .option('--labels-of <name>', 'of one person; else those that agree or were settled')
      .addOption(
        new Option('--slice <slice>', 'what was drawn for a test, the rest, or all')
          .choices(['test', 'rest', 'all'])
          .default('all'),
      ),
  ).action((name: string, set: string, flags: FreezeOptions) =>
    withWorkspace(flags, (workspace) => {
      const { id: projectId } = findProject(workspace, name);
      const whose =
        flags.labelsOf === undefined
          ? ({ of: 'settled' } as const)
          : ({ of: 'person', person: findPerson(workspace, flags.labelsOf) } as const);
      const { frozen, leftOut } = freezeLabels(workspace, set, {
        projectId,
        whose,
        slice: flags.slice,
      });
      const lines = [
        `froze ${set} version ${frozen.version}: ${formatCount(frozen.documentCount)} documents`,
        ...(leftOut.open > 0 ? [`  not done: ${formatCount(leftOut.open)}`] : []),
        ...(leftOut.unsettled > 0 ? [`  not settled: ${formatCount(leftOut.unsettled)}`] : []),
        ...(leftOut.others > 0 ? [`  labelled by others: ${formatCount(leftOut.others)}`] : []),
      ];
      outputOf(program).result(lines.join('\n'), { ...frozen, leftOut });
    }),
  );
}

function describe(workspace: Workspace, { id, name, documentCount }: AnnotationProject): string {
  const { complete, double } = workspace.annotationQueue.completion(id);
  return `${name}: ${formatCount(documentCount)} documents, ${formatCount(double)} for two, ${formatCount(complete)} done by all who label them`;
}

function describeFigure(figure: AgreementFigure): string {
  const { measure, label, value, undefinedBecause, documents, interval, withoutInterval } = figure;
  const said =
    value === null
      ? `not defined: ${undefinedBecause ?? ''}`
      : `${formatScore(value)} ${
          interval === null
            ? `(no interval: ${withoutInterval ?? ''})`
            : `(${formatScore(interval.lower)} to ${formatScore(interval.upper)})`
        }`;
  return `${measure}${label === null ? '' : ` of ${label}`}: ${said}, ${formatCount(documents)} documents`;
}

/** @throws record.missing */
function findProject(workspace: Workspace, name: string): AnnotationProject {
  const found = workspace.annotationProjects.findByName(name);
  if (found !== undefined) return found;
  throw new AnamnesisError('record.missing', {
    expected: `a project “${name}”`,
    found: 'none of this name',
    remedy: 'Use a name that "anamnesis annotate list" prints.',
  });
}
