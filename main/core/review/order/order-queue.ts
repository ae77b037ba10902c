import { chooseNext, type Candidate } from '#core/annotation/order/choose-next.ts';
import { AnamnesisError } from '#core/base/error.ts';
import { fitTfIdf, weighTerms } from '#core/baselines/tf-idf.ts';
import { createPause, type WorkEffects } from '#core/collection/selection/long-work.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { say } from '#core/wording/say.ts';

/** What a model thinks of a text, as one probability per class or type. */
export interface Belief {
  readonly labels: readonly string[];
  readonly probabilities: readonly number[];
}

/** How the rest of a queue is ordered. */
export type OrderChoice =
  | { readonly by: 'random'; readonly seed: number }
  | { readonly by: 'uncertain' }
  | { readonly by: 'likely'; readonly label: string };

/** So many are chosen; by then the model should learn again. */
const chosenAtOnce = 200;

/**
 * Orders what nobody has begun in a project: the test slice, which was drawn by chance, is never
 * among it, and nobody has to wait meanwhile. Of what somebody begins while the model thinks, the
 * place stays. Returns how many were ordered.
 * @throws collection.stopped, annotation.label-unknown where the model has no such class or type
 */
export async function orderQueue(
  workspace: Workspace,
  { projectId, choice }: { readonly projectId: number; readonly choice: OrderChoice },
  { believe, ...effects }: WorkEffects & { readonly believe: (text: string) => Promise<Belief> },
): Promise<number> {
  const { annotationQueue, documents } = workspace;
  const numbers = annotationQueue.untouched(projectId);
  if (choice.by === 'random') {
    const candidates = numbers.map((number) => ({ number, probabilities: [], features: [] }));
    annotationQueue.reorder(projectId, chooseNext(candidates, numbers.length, choice));
    return numbers.length;
  }
  const pause = createPause(effects);
  const tfIdf = fitTfIdf(numbers.map((number) => documents.get(number).text));
  const candidates: Candidate[] = [];
  for (const [index, number] of numbers.entries()) {
    const { text } = documents.get(number);
    const { labels, probabilities } = await believe(text);
    const { columns, values } = weighTerms(tfIdf, text);
    const features = Array.from(columns, (column, at) => [column, values[at]] as const);
    candidates.push({
      number,
      features,
      probabilities:
        choice.by === 'likely' ? [findLabel(labels, probabilities, choice.label)] : probabilities,
    });
    await pause(index + 1, numbers.length);
  }
  const chosen = chooseNext(
    candidates,
    chosenAtOnce,
    choice.by === 'likely' ? { by: 'likely', label: 0 } : choice,
  );
  const isChosen = new Set(chosen);
  annotationQueue.reorder(projectId, [
    ...chosen,
    ...numbers.filter((number) => !isChosen.has(number)),
  ]);
  return chosen.length;
}

function findLabel(
  labels: readonly string[],
  probabilities: readonly number[],
  label: string,
): number {
  const at = labels.indexOf(label);
  if (at !== -1) return probabilities[at];
  throw new AnamnesisError('annotation.label-unknown', {
    expected: say('annotation', 'oneOf', labels),
    found: `“${label.slice(0, 100)}”`,
    remedy: say('annotation', 'chooseModel'),
  });
}
