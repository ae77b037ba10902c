import { isAnamnesisError } from '#core/base/error.ts';
import { findModel } from '#core/library/find-model.ts';
import { listSeenData, type SeenData } from '#core/library/seen-data.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { describeSeenBy } from '../data/describe-seen-data.ts';
import { findSource } from '../data/find-source.ts';
import { type ComparedExamples, createFinder, findOverlap } from '../data/overlaps.ts';
import { say } from '#core/wording/say.ts';
import type { Plan } from '../plan/plan-schema.ts';
import type { OutlookWarning } from './plan-outlook.ts';

/** A task as the check has read it. */
export interface LookedTask {
  readonly name: string;
  /** Null where it was not read as a whole. */
  readonly hash: string | null;
  readonly read: ComparedExamples;
}

/**
 * What the starts of a plan have seen of its tasks, themselves or through any ancestor, with labels or
 * without: said before hours are spent. Texts that they have seen are searched as long as there is
 * time, those with labels first.
 */
export function warnOfSeenData(
  workspace: Workspace,
  plan: Plan,
  { tasks, isTimeUp }: { readonly tasks: readonly LookedTask[]; readonly isTimeUp: () => boolean },
): OutlookWarning[] {
  const seenBy = new Map(
    Object.keys(plan.models).map((name) => [name, seenByModel(workspace, plan, name)]),
  );
  return tasks.flatMap(({ name, hash, read }) => {
    let isCut = false;
    const overlapWith = (seen: SeenData & { readonly hash: string }) => {
      const known =
        hash === null
          ? undefined
          : findOverlap(workspace, { taskHash: hash, corpusHash: seen.hash });
      if (known !== undefined) return known;
      const source = findSource(workspace, seen);
      if (source === null) return undefined;
      const finder = createFinder(source, read);
      let count = 0;
      for (const line of source.lines) {
        finder.search(line);
        if (++count % 256 > 0 || !isTimeUp()) continue;
        isCut = true;
        break;
      }
      return finder.overlap();
    };
    const texts = describeSeenBy(seenBy, { kind: read.kind, hash, overlapWith });
    const cut = say('findings', 'searchCutShort');
    return [...texts, ...(isCut ? [cut] : [])].map((text) => ({
      about: say('losses', 'taskPlace', name),
      field: ['tasks', name],
      text,
    }));
  });
}

/** With labels first: these tell most, and take least to search. */
function seenByModel(workspace: Workspace, plan: Plan, name: string): SeenData[] {
  const { start } = plan.models[name];
  if (start.kind === 'model') return seenByModel(workspace, plan, start.model);
  if (start.kind !== 'library') return [];
  const seen = listIfThere(workspace, start.model);
  const isLabelled = ({ kind }: SeenData) => kind === 'labelled-set';
  return [...seen.filter(isLabelled), ...seen.filter((data) => !isLabelled(data))];
}

/** That a model is not there is told where it is looked at. */
function listIfThere(workspace: Workspace, reference: string): SeenData[] {
  try {
    return listSeenData(workspace, findModel(workspace, reference));
  } catch (error) {
    if (isAnamnesisError(error)) return [];
    throw error;
  }
}
