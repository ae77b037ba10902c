import type { Belief } from '#core/annotation/order/belief-of.ts';
import {
  drawNext,
  takeDiverse,
  takeLikely,
  type Candidate,
} from '#core/annotation/order/choose-next.ts';
import { assert } from '#core/base/assert.ts';
import { AnamnesisError } from '#core/base/error.ts';
import { fitTfIdf, weighTerms } from '#core/baselines/tf-idf.ts';
import { createPause, type WorkEffects } from '#core/collection/selection/long-work.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { say } from '#core/wording/say.ts';
import { recordOrder, type OrderChoice, type Teacher } from './queue-order.ts';

/** What is asked of a model, and which one it is. */
export interface Asked {
  readonly teacher: Teacher;
  readonly believe: (text: string) => Promise<Belief>;
}

/** So many are chosen; by then the model should learn again. */
const chosenAtOnce = 200;

/**
 * Orders what nobody has begun in a project: the test slice, which was drawn by chance, is never
 * among it, and nobody has to wait meanwhile. Of what somebody begins while the model thinks, the
 * place stays. Returns how many were chosen.
 * @throws collection.stopped, annotation.label-unknown where the model has no such class or type
 */
export async function orderQueue(
  workspace: Workspace,
  { projectId, choice }: { readonly projectId: number; readonly choice: OrderChoice },
  { asked, ...effects }: WorkEffects & { readonly asked: Asked | null },
): Promise<number> {
  const { annotationQueue } = workspace;
  const numbers = annotationQueue.untouched(projectId);
  const chosen =
    choice.by === 'listed'
      ? [...numbers].sort((a, b) => a - b)
      : choice.by === 'random'
        ? drawNext(numbers, choice.seed)
        : await chooseByModel(workspace, { numbers, choice }, { ...effects, asked });
  const isChosen = new Set(chosen);
  const rest = numbers.filter((number) => !isChosen.has(number));
  workspace.transaction(() => {
    annotationQueue.reorder(projectId, [...chosen, ...rest]);
    recordOrder(workspace, projectId, {
      choice,
      teacher: asked?.teacher ?? null,
      chosen: chosen.length,
    });
  });
  return chosen.length;
}

async function chooseByModel(
  { documents }: Workspace,
  of: {
    readonly numbers: readonly number[];
    readonly choice: Extract<OrderChoice, { by: 'uncertain' | 'likely' }>;
  },
  { asked, ...effects }: WorkEffects & { readonly asked: Asked | null },
): Promise<number[]> {
  const { numbers, choice } = of;
  assert(asked !== null, 'a model that is asked');
  const pause = createPause(effects);
  const tfIdf = fitTfIdf(numbers.map((number) => documents.get(number).text));
  const candidates: Candidate[] = [];
  for (const [index, number] of numbers.entries()) {
    const { text } = documents.get(number);
    const belief = await asked.believe(text);
    const { columns, values } = weighTerms(tfIdf, text);
    const features = Array.from(columns, (column, at) => [column, values[at]] as const);
    const score = choice.by === 'uncertain' ? belief.doubt : likelihood(belief, choice.label);
    candidates.push({ number, features, score });
    await pause(index + 1, numbers.length);
  }
  return choice.by === 'uncertain'
    ? takeDiverse(candidates, chosenAtOnce)
    : takeLikely(candidates, chosenAtOnce);
}

function likelihood({ labels, probabilities }: Belief, label: string): number {
  const at = labels.indexOf(label);
  if (at !== -1) return probabilities[at];
  throw new AnamnesisError('annotation.label-unknown', {
    expected: say('annotation', 'oneOf', labels),
    found: `“${label.slice(0, 100)}”`,
    remedy: say('annotation', 'chooseModel'),
  });
}
