import { Option, type Command } from 'commander';
import { beliefOf } from '#core/annotation/order/belief-of.ts';
import { AnamnesisError } from '#core/base/error.ts';
import { formatCount } from '#core/base/format-number.ts';
import { findModel } from '#core/library/find-model.ts';
import { openPredictor } from '#core/prediction/open-predictor.ts';
import { orderQueue, type Asked } from '#core/review/order/order-queue.ts';
import type { OrderChoice } from '#core/review/order/queue-order.ts';
import type { AnnotationProject } from '#core/storage/annotation-projects.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { findTeacher } from '#core/study/results/find-teacher.ts';
import { openEngine } from '#hosts/composition/engines.ts';
import { systemClock } from '#hosts/composition/system-clock.ts';
import { exitCodes } from '../exit-codes.ts';
import { outputOf } from '../output.ts';
import { stopOnSignals } from '../stop-on-signals.ts';
import { addWorkspaceOptions, withWorkspace, type WorkspaceOptions } from '../workspace-options.ts';
import { measuredEngine } from './new-documents.ts';

interface OrderFlags extends WorkspaceOptions {
  readonly by: OrderChoice['by'];
  readonly model?: string;
  readonly label?: string;
  readonly seed: string;
}

type FindProject = (workspace: Workspace, name: string) => AnnotationProject;

/** `annotate order`: which documents come next. */
export function addOrderCommand(
  program: Command,
  annotate: Command,
  find: { readonly findProject: FindProject; readonly setExitCode: (code: number) => void },
): void {
  addWorkspaceOptions(
    annotate
      .command('order')
      .description('order what nobody has begun in a project; never the slice for a test')
      .argument('<project>', 'its name')
      .addOption(
        new Option(
          '--by <how>',
          'as documents came in, by chance, what a model is least sure of, or likely of a label',
        )
          .choices(['listed', 'random', 'uncertain', 'likely'])
          .makeOptionMandatory(),
      )
      .option('--model <name>', 'a fine-tuned model: see "anamnesis model list"')
      .option('--label <name>', 'with --by likely: a class, or a type of mentions')
      .option('--seed <number>', 'with --by random', '0'),
  ).action((name: string, flags: OrderFlags) =>
    withWorkspace(flags, async (workspace) => {
      const { id: projectId } = find.findProject(workspace, name);
      const choice = readChoice(flags);
      const model = await openModel(workspace, projectId, flags);
      try {
        const count = await stopOnSignals((signal) =>
          orderQueue(
            workspace,
            { projectId, choice },
            { nowMs: () => systemClock.nowMs(), signal, asked: model?.asked ?? null },
          ),
        );
        outputOf(program).result(`ordered ${formatCount(count)} documents of ${name}`, { count });
      } catch (error) {
        if (!(error instanceof AnamnesisError && error.code === 'collection.stopped')) throw error;
        find.setExitCode(exitCodes.stopped.code);
      } finally {
        await model?.dispose();
      }
    }),
  );
}

/** @throws api.invalid-input for what goes with another way of ordering, or is missing */
function readChoice({ by, label, seed, model }: OrderFlags): OrderChoice {
  if (by === 'listed') return { by };
  if (by !== 'random' && model === undefined)
    refuse('--model', 'a model that orders by its belief');
  if (by === 'uncertain') return { by };
  if (by === 'random') {
    const number = Number(seed);
    if (Number.isSafeInteger(number) && number >= 0) return { by, seed: number };
    return refuse('--seed', 'a whole number of at least 0');
  }
  return label === undefined ? refuse('--label', 'a class, or a type of mentions') : { by, label };
}

function refuse(place: string, expected: string): never {
  throw new AnamnesisError('api.invalid-input', {
    expected,
    found: 'none',
    remedy: 'Give this option.',
    place,
  });
}

/** The model that is asked; null for an order that asks none. */
async function openModel(workspace: Workspace, projectId: number, { by, model }: OrderFlags) {
  if (by === 'random' || by === 'listed' || model === undefined) return null;
  const stored = findModel(workspace, model);
  const runtime = await openEngine(measuredEngine(workspace), 'float32');
  const predictor = await openPredictor(workspace, stored, runtime);
  const types = annotationTypes(workspace, projectId);
  const asked: Asked = {
    teacher: findTeacher(workspace, stored),
    believe: async (text) => {
      const [said] = await predictor.predict([text]);
      return beliefOf(said, types);
    },
  };
  return { asked, dispose: () => predictor.dispose() };
}

function annotationTypes({ annotationProjects }: Workspace, projectId: number): string[] {
  return annotationProjects.scheme(projectId).scheme.types.map(({ name }) => name);
}
