import type { TaskView } from '#contract/study.ts';
import { resultParts, type ResultPart } from '../state/route.ts';

/** Entities have no probability of a class to draw curves of or to put a threshold on. */
export function partsOfKind(kind: TaskView['kind']): ResultPart[] {
  return resultParts.filter(
    (part) => kind !== 'entity-recognition' || (part !== 'curves' && part !== 'threshold'),
  );
}
