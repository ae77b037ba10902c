import { AnamnesisError } from '#core/base/error.ts';
import { compareSetVersions } from '#core/collection/sets/compare-set-versions.ts';
import { labelIssueKinds } from '#core/domain/label-check.ts';
import { applyChecks } from '#core/review/errors/apply-checks.ts';
import { checkLabel } from '#core/review/errors/check-label.ts';
import {
  rankLabelErrors,
  type LabelIssue,
  type LabelRanking,
} from '#core/review/errors/rank-label-errors.ts';
import { reasonOf } from '#core/review/errors/reason-of.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { planLabelCheck } from '#core/study/recipes/plan-label-check.ts';
import {
  listLabelChecks,
  readCheck,
  type LabelCheckRun,
} from '#core/study/results/list-label-checks.ts';
import { say } from '#core/wording/say.ts';
import type { ApiEvent } from '../contract/events.ts';
import type { LabelErrorService } from '../ports.ts';

export interface LabelErrorServiceOptions {
  readonly workspace: Workspace;
  /** Begins a study, or puts it into the queue; returns its id. */
  readonly startStudy: (planText: string) => Promise<string>;
}

/** Labels of frozen sets that a model does not believe, and what people decide of them. */
export function createLabelErrorService({
  workspace,
  startStudy,
}: LabelErrorServiceOptions): LabelErrorService {
  const { labelChecks, labelledSets, models, studies } = workspace;
  const listeners = new Set<(event: ApiEvent) => void>();
  /** The last one: pages of it are asked for one after the other. */
  let kept: { readonly key: string; readonly ranking: LabelRanking } | null = null;

  const rank = (check: LabelCheckRun): LabelRanking => {
    const key = [check.version.id, ...check.runIds].join(' ');
    if (kept?.key !== key) {
      kept = {
        key,
        ranking: rankLabelErrors(workspace, check.version, readCheck(workspace, check)),
      };
    }
    return kept.ranking;
  };
  const find = ({ studyId, task, model }: Pick<LabelCheckRun, 'studyId' | 'task' | 'model'>) =>
    listLabelChecks(workspace, studyId).find(
      (each) => each.task === task && each.model === model,
    ) ?? refuse();

  return {
    start: async ({ modelId, ...order }) => {
      labelledSets.get(order.set, order.version);
      if (modelId === null && order.labels === 'spans') refuseWords();
      const model = modelId === null ? null : models.get(modelId).id;
      return startStudy(JSON.stringify(planLabelCheck({ ...order, model })));
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    checks: async ({ set, version }) => {
      const { id } = labelledSets.get(set, version);
      return studies
        .list()
        .flatMap((study) => listLabelChecks(workspace, study.id))
        .filter((check) => check.version.id === id)
        .map(({ version: _, runIds, ...check }) => ({ ...check, foldsDone: runIds.length }));
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    errors: async ({ kind, decision, skip, limit, ...of }) => {
      const check = find(of);
      const { issues, lookedAt, ambiguous } = rank(check);
      const { id, name: set, version } = check.version;
      const decided = labelChecks.list(id);
      const decisions = new Map(decided.map((each) => [placeOf(each), each.decision]));
      const found = issues.filter((issue) => {
        const own = decisions.get(placeOf(issue)) ?? 'open';
        return (kind ?? issue.kind) === issue.kind && (decision ?? own) === own;
      });
      const count = (wanted: LabelIssue['kind']) =>
        issues.filter((issue) => issue.kind === wanted).length;
      return {
        set,
        version,
        lookedAt,
        ambiguous,
        counts: {
          class: count('class'),
          boundary: count('boundary'),
          missing: count('missing'),
          spurious: count('spurious'),
        } satisfies Record<(typeof labelIssueKinds)[number], number>,
        decided: {
          kept: decided.filter((each) => each.decision === 'kept').length,
          changed: decided.filter((each) => each.decision === 'changed').length,
        },
        total: found.length,
        rows: found.slice(skip, skip + limit).map((issue) => ({
          ...issue,
          reason: reasonOf(issue),
          decision: decisions.get(placeOf(issue)) ?? null,
        })),
      };
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    check: async ({ number, key, decision, after, ...of }, { id: person }) => {
      const check = find(of);
      const issue = rank(check).issues.find((each) => each.number === number && each.key === key);
      checkLabel(workspace, check.version, { issue: issue ?? refuse(), decision, after, person });
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    apply: async ({ set, version }) => {
      const { frozen, changed } = applyChecks(workspace, labelledSets.get(set, version));
      for (const listener of listeners) listener({ type: 'collections-changed' });
      return { set, version: frozen.version, changed };
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    compare: async ({ set, before, after }) =>
      compareSetVersions(workspace, labelledSets.get(set, before), labelledSets.get(set, after)),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

const placeOf = ({ number, key }: Pick<LabelIssue, 'number' | 'key'>) => `${number} ${key}`;

/** @throws record.missing */
function refuse(): never {
  throw new AnamnesisError('record.missing', {
    expected: say('annotation', 'rankedLabel'),
    found: say('annotation', 'unrankedLabel'),
    remedy: say('annotation', 'rankAgain'),
  });
}

/** @throws api.invalid-input */
function refuseWords(): never {
  throw new AnamnesisError('api.invalid-input', {
    expected: say('annotation', 'classesByWords'),
    found: say('annotation', 'spansByWords'),
    remedy: say('annotation', 'chooseModel'),
  });
}
