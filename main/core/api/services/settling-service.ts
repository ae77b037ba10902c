import { measureAgreement } from '#core/annotation/agreement/measure-agreement.ts';
import { isFirstLeft } from '#core/annotation/settle/choose-sides.ts';
import type { Conflict } from '#core/annotation/settle/find-conflicts.ts';
import {
  allowsBoth,
  type Decision,
  decisionOf,
  isSettled,
} from '#core/annotation/settle/settle-differences.ts';
import type { GivenSpan } from '#core/domain/annotation-work.ts';
import { createPause } from '#core/collection/selection/long-work.ts';
import { decideConflict } from '#core/review/settle/decide-conflict.ts';
import { freezeLabels } from '#core/review/settle/freeze-labels.ts';
import { gatherRatings } from '#core/review/settle/gather-ratings.ts';
import { beginSettling, openDifferences } from '#core/review/settle/open-differences.ts';
import { hashJson } from '#core/storage/hash-json.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import type { Corrections, DifferencesView } from '../contract/annotation-settling.ts';
import type { ApiEvent } from '../contract/events.ts';
import type { SettlingService } from '../ports.ts';
import { createNames } from './view-annotation.ts';

/** What two persons disagree on, and what becomes of it; who is who is told to nobody. */
export function createSettlingService(workspace: Workspace): SettlingService {
  const { annotationQueue, annotationProjects, documents, documentQueries } = workspace;
  const listeners = new Set<(event: ApiEvent) => void>();
  const tell = (event: ApiEvent) => {
    for (const listener of listeners) listener(event);
  };
  const idOf = (number: number) => documentQueries.rows([number])[0].id;

  return {
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    disagreements: async ({ projectId, skip, limit }) => {
      annotationProjects.get(projectId);
      const numbers = annotationQueue.doneByAll(projectId, 2);
      return {
        total: numbers.length,
        rows: numbers.slice(skip, skip + limit).map((number) => {
          const { conflicts, settling } = openDifferences(workspace, projectId, number);
          const verdicts = settling?.work.verdicts ?? {};
          const decidedCount = conflicts.filter(
            ({ id }) => decisionOf(verdicts, id) !== null,
          ).length;
          return { number, id: idOf(number), conflictCount: conflicts.length, decidedCount };
        }),
      };
    },

    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    differences: async ({ projectId, number }, { id: person }) => {
      const opened = beginSettling(workspace, { projectId, number, person });
      const { conflicts, settling, agreedClasses, agreedSpans } = opened;
      const { id, text } = documents.get(number);
      const { verdicts } = settling.work;
      return {
        number,
        id,
        text,
        revision: settling.revision,
        isSettled: isSettled(opened, verdicts),
        agreed: {
          classes: agreedClasses.map(({ label }) => label),
          marks: agreedSpans.map(viewMark),
        },
        conflicts: conflicts.map((conflict) => {
          const firstIsLeft = isFirstLeft(projectId, number, conflict.id);
          const [left, right] = sidesOf(conflict, firstIsLeft);
          const decision = decisionOf(verdicts, conflict.id);
          return {
            id: shownId(projectId, number, conflict),
            kind: conflict.kind,
            left,
            right,
            allowsBoth: allowsBoth(conflict),
            decision: decision === null ? null : turn(decision, firstIsLeft),
          };
        }),
      };
    },

    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    decide: async ({ projectId, number, revision, conflictId, decision }, { id: person }) => {
      const { conflicts } = openDifferences(workspace, projectId, number);
      const conflict = conflicts.find((each) => shownId(projectId, number, each) === conflictId);
      const firstIsLeft = isFirstLeft(projectId, number, conflict?.id ?? '');
      const decided = decideConflict(workspace, {
        projectId,
        person,
        number,
        revision,
        conflictId: conflict?.id ?? '',
        decision: decision === null ? null : turnBack(decision, firstIsLeft),
      });
      tell({ type: 'annotation-edited', projectId, personId: person });
      const { steps, ...rest } = decided;
      return { ...rest, undoState: steps };
    },

    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    corrections: async ({ projectId, skip, limit }, { id: person }) => {
      const settled = annotationQueue.settled(projectId, person);
      return {
        total: settled.length,
        rows: settled.slice(skip, skip + limit).map((number) => ({
          number,
          id: idOf(number),
          conflicts: viewCorrections(workspace, { projectId, number, person }),
        })),
      };
    },

    agreement: async (projectId) => {
      const { scheme } = annotationProjects.scheme(projectId);
      const named = createNames(workspace);
      const pause = createPause({ nowMs: workspace.nowMs });
      const ratings = gatherRatings(workspace, projectId);
      const figures = await measureAgreement(ratings, scheme, { pause });
      return {
        figures: figures.map(({ persons, interval, ...figure }) => ({
          ...figure,
          persons: persons === null ? null : [named(persons[0]), named(persons[1])],
          interval: interval === null ? null : { lower: interval.lower, upper: interval.upper },
        })),
      };
    },

    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    freeze: async ({ projectId, name, whose, slice }) => {
      const chosen = whose.of === 'person' ? { of: whose.of, person: whose.personId } : whose;
      const { frozen, leftOut } = freezeLabels(workspace, name, {
        projectId,
        whose: chosen,
        slice,
      });
      tell({ type: 'collections-changed' });
      const { version, documentCount } = frozen;
      return { name, version, documentCount, leftOut };
    },

    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

type Side = DifferencesView['conflicts'][number]['left'];

/** Ids of marks would tell which were given by the same hand. */
function shownId(projectId: number, number: number, { id }: Conflict): string {
  return hashJson([projectId, number, id]).slice(0, 24);
}

function sidesOf(conflict: Conflict, firstIsLeft: boolean): [Side, Side] {
  const sides: [Side, Side] =
    conflict.kind === 'class'
      ? [viewClasses(conflict.first), viewClasses(conflict.second)]
      : [viewSpan(conflict.first), viewSpan(conflict.second)];
  return firstIsLeft ? sides : [sides[1], sides[0]];
}

const viewClasses = (classes: readonly { readonly label: string }[]): Side => ({
  classes: classes.map(({ label }) => label),
  mark: null,
});
const viewSpan = (span: GivenSpan | null): Side => ({
  classes: [],
  mark: span === null ? null : viewMark(span),
});
function viewMark({ type, fragments, attributes }: GivenSpan) {
  return { type, fragments, attributes };
}

/** More words than these tell no better which place it was. */
const mostUnits = 200;

function quoteMark(text: string, { fragments }: NonNullable<Side['mark']>): string {
  const words = fragments.map(({ start, end }) => text.slice(start, end)).join(' … ');
  return words.length > mostUnits ? `${words.slice(0, mostUnits).toWellFormed()} …` : words;
}

function turn(decision: Decision, firstIsLeft: boolean) {
  if (decision === 'both' || decision === 'neither') return decision;
  return (decision === 'first') === firstIsLeft ? 'left' : 'right';
}

function turnBack(decision: 'left' | 'right' | 'both' | 'neither', firstIsLeft: boolean): Decision {
  if (decision === 'both' || decision === 'neither') return decision;
  return (decision === 'left') === firstIsLeft ? 'first' : 'second';
}

function viewCorrections(
  workspace: Workspace,
  {
    projectId,
    number,
    person,
  }: { readonly projectId: number; readonly number: number; readonly person: string },
): Corrections['rows'][number]['conflicts'] {
  const { conflicts, works, settling } = openDifferences(workspace, projectId, number);
  const amFirst = works[0].person === person;
  const { text } = workspace.documents.get(number);
  const quote = (side: Side) => ({ ...side, words: side.mark && quoteMark(text, side.mark) });
  return conflicts.flatMap((conflict) => {
    const decision = decisionOf(settling?.work.verdicts ?? {}, conflict.id);
    if (decision === null) return [];
    const [mine, other] = sidesOf(conflict, amFirst).map(quote);
    const side = turn(decision, amFirst);
    const kept = side === 'left' ? 'mine' : side === 'right' ? 'other' : side;
    return [{ kind: conflict.kind, mine, other, kept }];
  });
}
