import type { ExplanationStart } from '../state/route.ts';

interface Classifier {
  readonly id: string;
  readonly reference: string;
}

const most = 3;

/**
 * Which models stand in the form at first: the one that was come from, or, of an example of a study,
 * the models of its task, best those whose fold has not learned from it.
 */
export function chooseModels(
  classifiers: readonly Classifier[],
  start: ExplanationStart | null,
): readonly string[] {
  if (start?.of === 'model') return [start.modelId];
  if (start?.of !== 'example') return classifiers.slice(0, 1).map(({ id }) => id);
  const ofTask = classifiers.filter(({ reference }) => reference.split('/').at(-3) === start.task);
  const endingIn = (end: string) => ofTask.filter(({ reference }) => reference.endsWith(end));
  const ofFold = endingIn(`/fold-${start.fold + 1}`);
  const found = ofFold.length > 0 ? ofFold : endingIn('/final');
  return (found.length > 0 ? found : classifiers.slice(0, 1)).slice(0, most).map(({ id }) => id);
}
