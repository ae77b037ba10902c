import { Option, type Command } from 'commander';
import { beliefOfLabels } from '#core/annotation/order/belief-of-labels.ts';
import { doubtOfMentions, surestOfTypes } from '#core/annotation/order/belief-of-mentions.ts';
import { AnamnesisError } from '#core/base/error.ts';
import { formatCount } from '#core/base/format-number.ts';
import { findModel } from '#core/library/find-model.ts';
import { openPredictor } from '#core/prediction/open-predictor.ts';
import { orderQueue, type Belief, type OrderChoice } from '#core/review/order/order-queue.ts';
import type { AnnotationProject } from '#core/storage/annotation-projects.ts';
import type { Workspace } from '#core/storage/workspace.ts';
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
        new Option('--by <how>', 'by chance, what a model is least sure of, or likely of a label')
          .choices(['random', 'uncertain', 'likely'])
          .makeOptionMandatory(),
      )
      .option('--model <name>', 'a fine-tuned model: see "anamnesis model list"')
      .option('--label <name>', 'with --by likely: a class, or a type of mentions')
      .option('--seed <number>', 'with --by random', '0'),
  ).action((name: string, flags: OrderFlags) =>
    withWorkspace(flags, async (workspace) => {
      const { id: projectId } = find.findProject(workspace, name);
      const choice = readChoice(flags);
      const asked = await openBelief(workspace, projectId, flags);
      try {
        const count = await stopOnSignals((signal) =>
          orderQueue(
            workspace,
            { projectId, choice },
            { nowMs: () => systemClock.nowMs(), signal, believe: asked.believe },
          ),
        );
        outputOf(program).result(`ordered ${formatCount(count)} documents of ${name}`, { count });
      } catch (error) {
        if (!(error instanceof AnamnesisError && error.code === 'collection.stopped')) throw error;
        find.setExitCode(exitCodes.stopped.code);
      } finally {
        await asked.dispose();
      }
    }),
  );
}

/** @throws api.invalid-input for what goes with another way of ordering, or is missing */
function readChoice({ by, label, seed, model }: OrderFlags): OrderChoice {
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

/** What a model thinks of a text; of an order by chance nobody asks. */
async function openBelief(workspace: Workspace, projectId: number, { by, model }: OrderFlags) {
  if (by === 'random' || model === undefined) {
    const none: Belief = { labels: [], probabilities: [] };
    return { believe: () => Promise.resolve(none), dispose: () => Promise.resolve() };
  }
  const stored = findModel(workspace, model);
  const runtime = await openEngine(measuredEngine(workspace), 'float32');
  const predictor = await openPredictor(workspace, stored, runtime);
  const { scheme } = workspace.annotationProjects.scheme(projectId);
  const types = scheme.types.map(({ name }) => name);
  const believe = async (text: string): Promise<Belief> => {
    const [said] = await predictor.predict([text]);
    if (said.kind === 'classification') {
      return {
        labels: said.classes.map(({ name }) => name),
        probabilities: said.classes.map(({ probability }) => probability),
      };
    }
    if (said.kind === 'multi-label') return beliefOfLabels(said.labels, by === 'likely');
    return by === 'likely'
      ? { labels: types, probabilities: surestOfTypes(said.mentions, types) }
      : { labels: [], probabilities: doubtOfMentions(said.mentions) };
  };
  return { believe, dispose: () => predictor.dispose() };
}
