import type { Advance } from '#core/base/advance.ts';
import { AnamnesisError } from '#core/base/error.ts';
import { finishInTurns } from '#core/base/paced.ts';
import { RandomStream } from '#core/base/random-stream.ts';
import type { FoldPredictions } from '#core/domain/predictions.ts';
import { recordOpened } from '#core/collection/sets/lock-sets.ts';
import { confirmRule, type ConfirmedRule } from '#core/evaluation/judgement/confirm-rule.ts';
import { judgeTask } from '#core/evaluation/judgement/judge-task.ts';
import type { LastTest } from '#core/evaluation/judgement/last-test.ts';
import { scoredNotes } from '#core/evaluation/predictions/read-fold-predictions.ts';
import { findScreeningRule } from '#core/library/find-screening-rule.ts';
import { readModelRecord } from '#core/library/model-record.ts';
import { loadModel } from '#core/library/stored-model.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import type { Runtime } from '#core/training/ports.ts';
import { say } from '#core/wording/say.ts';
import { testModel } from '../runs/test-model.ts';
import type { KeptLastTest } from './list-last-tests.ts';
import { findLastTest, type LastTestRequest } from './find-last-test.ts';
import { readLastTask } from './read-last-task.ts';

/**
 * Tests the model that learned all of a task on the locked sets of its study, and keeps what came of it.
 * One that was tested on them is not tested again: what is kept is given back. The audit log says that
 * the sets were opened before the first note is read. Stopped or killed, nothing is kept, and nothing was
 * seen of how good the model is.
 * @throws study.no-locked-set, study.no-final-model, study.nothing-to-test, record.missing, blob.*,
 * runtime.*, RunStopped
 */
export async function runLastTest(
  workspace: Workspace,
  request: LastTestRequest,
  effects: { readonly runtime: Runtime; readonly engine: string; readonly advance: Advance },
): Promise<LastTest> {
  const { plan, key, stored, versions, earlier } = findLastTest(workspace, request);
  const known = workspace.lastTests.find(key) as KeptLastTest | null;
  if (known !== null) return known.told;
  const { studyId, task: name, model } = key;
  const record = readModelRecord(stored);
  const reading = record.origin.kind === 'fine-tuning' ? record.origin.reading : undefined;
  for (const version of versions) recordOpened(workspace, version, { studyId, task: name });
  const asked = readLastTask(workspace, versions, {
    ...{ name, plan: plan.tasks[name], labels: record.labels ?? [], reading },
  });
  if (asked.task.folds[0].length === 0) {
    throw new AnamnesisError('study.nothing-to-test', {
      expected: say('lastTest', 'examplesOfTask'),
      found: say('lastTest', 'noExamples', asked.unknownLabels),
      remedy: say('lastTest', 'labelTheSet'),
      place: versions.map((each) => `${each.name} version ${each.version}`).join(', '),
    });
  }
  const what = `testing ${model} on the locked set of ${name}`;
  const total = asked.task.folds[0].length;
  await effects.advance(what, 0, total);
  const { predictions } = await testModel(await loadModel(workspace, stored), asked.task, {
    ...{ plan: asked.plan, seed: plan.seed },
    effects: {
      runtime: effects.runtime,
      giveWay: () => Promise.resolve(),
      shouldStop: () => false,
    },
    onTested: (share) => effects.advance(what, share * total, total),
  });
  const folds = [{ fold: 0, predictions }];
  const judged = await finishInTurns(
    judgeTask({
      ...{ task: name, models: [{ model, folds }], pairs: [], wanted: null },
      random: new RandomStream(plan.seed, `last-test/${name}`),
    }),
    (share) => effects.advance(`judging what ${model} said of the locked set`, share, 1),
  );
  const told: LastTest = {
    ...{ task: name, model, modelId: stored.id, engine: effects.engine, earlier },
    sets: versions.map((each) => ({ name: each.name, version: each.version, hash: each.hash })),
    testedAtMs: workspace.nowMs(),
    examples: asked.task.folds[0].length,
    groups: asked.groups,
    unknownLabels: asked.unknownLabels,
    figures: judged.models.flatMap(({ figures }) => figures.map(({ pooled }) => pooled)),
    rule: confirm(workspace, stored, predictions),
  };
  workspace.lastTests.put(key, { told, predictions } satisfies KeptLastTest);
  return told;
}

function confirm(
  workspace: Workspace,
  stored: Parameters<typeof findScreeningRule>[1],
  predictions: FoldPredictions,
): ConfirmedRule | null {
  const rule = findScreeningRule(workspace, stored);
  if (rule === null || predictions.kind !== 'classification') return null;
  return confirmRule(rule, { labels: predictions.classes, notes: scoredNotes(predictions, 0) });
}
