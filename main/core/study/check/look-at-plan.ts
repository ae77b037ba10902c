import { AnamnesisError, isAnamnesisError } from '#core/base/error.ts';
import type { Calibration } from '#core/domain/calibration.ts';
import { maxTokensOf, type EncoderConfiguration } from '#core/model/configuration.ts';
import { importFormats } from '#core/import/formats.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { findSourceFiles } from '#core/collection/files/source-files.ts';
import type { MeasuredTask } from '../execution/estimate-work.ts';
import type { Plan } from '../plan/plan-schema.ts';
import type { JsonPath } from '#core/domain/json-path.ts';
import { inEnglish, type Told } from '#core/base/phrase.ts';
import { say } from '#core/wording/say.ts';
import { estimateCost } from './estimate-cost.ts';
import { findLargestMemory } from './estimate-memory.ts';
import { type CorpusLook, lookAtCorpus } from './look-at-corpus.ts';
import { lookAtDocuments } from './look-at-documents.ts';
import { countParameters, lookAtModel, warnOfCutting } from './look-at-model.ts';
import { lookAtSet } from './look-at-set.ts';
import { lookAtTransfers } from './look-at-transfers.ts';
import { lookAtTask, type TaskLook } from './look-at-task.ts';
import { openLock, type StudyLock } from '../data/open-lock.ts';
import { openTask } from '../data/load-task.ts';
import { isOfFiles, isOfSet } from '../data/file-task.ts';
import type {
  DataOutlook,
  ModelOutlook,
  OutlookWarning,
  PlanOutlook,
  TaskOutlook,
} from './plan-outlook.ts';
import type { LookingLimits } from './read-heads.ts';
import { warnOfFewFolds } from './warn-of-few-folds.ts';
import { type LookedTask, warnOfSeenData } from './warn-of-seen-data.ts';

/** What looking at a plan needs of the world. */
export interface LookingAround {
  /** Without one, models of a library and the room on the disk stay unknown. */
  readonly workspace: Workspace | null;
  readonly calibration: Calibration | null;
  /** Refuses an engine or precision that is not there. @throws engine.* */
  readonly requireEngine: (plan: Plan) => void;
  readonly freeBytes: number | null;
  /** All memory of the machine. */
  readonly machineBytes: number;
  /** Rises with the time. */
  readonly nowMs: () => number;
}

/** After this, only the first file of each set is begun. */
const patienceMs = 1_200;
const limits = { wholeBytes: 4 << 20, headBytes: 1 << 18, setBytes: 1 << 20 };

/**
 * Looks at all that a plan names, as the study would read it, in a second or two: small files whole,
 * of large ones the beginning, of models all but their weights. Paths are absolute. What is wrong is
 * gathered, so that it can be mended at once.
 */
export async function lookAtPlan(plan: Plan, around: LookingAround): Promise<PlanOutlook> {
  const { workspace, calibration, freeBytes, machineBytes, nowMs } = around;
  const begunMs = nowMs();
  const looking: LookingLimits = { ...limits, isTimeUp: () => nowMs() - begunMs > patienceMs };
  const faults: AnamnesisError[] = [];
  const warnings: OutlookWarning[] = [];
  const warn = ({ about, field }: PlanPlace, texts: readonly Told[]) => {
    for (const text of texts) warnings.push({ about, text, field });
  };
  const attempt = async (place: PlanPlace, work: () => void | Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      if (!isAnamnesisError(error)) throw error;
      faults.push(placeAt(place, error));
    }
  };
  /** Paths that lead nowhere are told all, not only the first. */
  const attemptFiles = async (
    place: PlanPlace,
    {
      files,
      format,
    }: { readonly files: readonly string[]; readonly format: keyof typeof importFormats },
    work: () => void | Promise<void>,
  ): Promise<void> => {
    const before = faults.length;
    for (const file of files) {
      await attempt(place, () => {
        findSourceFiles([file], importFormats[format].extensions);
      });
    }
    if (faults.length === before) await attempt(place, work);
  };

  const tasks: TaskOutlook[] = [];
  const corpora: DataOutlook[] = [];
  const models: ModelOutlook[] = [];
  const encoders = new Map<string, EncoderConfiguration>();
  const sizes = {
    tasks: new Map<string, MeasuredTask>(),
    corpora: new Map<string, { characterCount: number }>(),
  };

  await attempt({ about: say('findings', 'aboutEngine'), field: ['engine'] }, () => {
    around.requireEngine(plan);
  });
  const looked: LookedTask[] = [];
  const hashOf = (name: string): string | null => {
    if (workspace === null) return null;
    return openTask(workspace, plan.tasks[name], { name, studyId, lock }).hash;
  };
  const takeTask = (name: string, look: TaskLook) => {
    const { read, outlook } = look;
    looked.push({ name, hash: outlook.seenShare === 1 ? hashOf(name) : null, read });
    tasks.push(look.outlook);
    sizes.tasks.set(name, look.measured);
    const place = placeOfTask(name);
    warn(place, look.warnings);
    if (look.fault !== null) faults.push(placeAt(place, look.fault));
  };
  const studyId = workspace?.studies.findByName(plan.name)?.id ?? null;
  const locks: (StudyLock | null)[] = [];
  if (workspace === null && plan.lockedSet !== undefined) {
    warn(lockedPlace, ['It can be looked at in a workspace only: name it (-w).']);
  }
  await attempt(lockedPlace, () => {
    if (workspace !== null) locks.push(openLock(workspace, plan, studyId));
  });
  const lock = locks.at(0) ?? null;
  const locked = lock?.texts ?? null;
  for (const [name, task] of Object.entries(plan.tasks)) {
    const { seed } = plan;
    const place = placeOfTask(name);
    if (isOfFiles(task)) {
      await attemptFiles(place, task.data, () => {
        takeTask(name, lookAtTask(name, { plan: task, seed, locked }, looking));
      });
    } else if (!isOfSet(task)) {
      continue;
    } else if (workspace === null) {
      warn(place, [say('findings', 'setNeedsWorkspace')]);
    } else {
      await attempt(place, () => {
        takeTask(name, lookAtSet(name, { plan: task, seed }, { workspace, studyId, lock }));
      });
    }
  }
  for (const fault of lookAtTransfers(plan, tasks)) faults.push(fault);
  for (const [name, corpus] of Object.entries(plan.corpora)) {
    const place = { about: say('losses', 'corpusPlace', name), field: ['corpora', name] };
    const take = (look: CorpusLook) => {
      corpora.push(look.outlook);
      sizes.corpora.set(name, look);
      warn(place, look.warnings);
    };
    if ('files' in corpus) {
      await attemptFiles(place, corpus, async () => {
        take(await lookAtCorpus(name, { plan: corpus, locked }, looking));
      });
    } else if (workspace === null) {
      warn(place, [say('findings', 'collectionNeedsWorkspace')]);
    } else {
      await attempt(place, () => {
        take(lookAtDocuments(name, { plan: corpus, locked }, workspace));
      });
    }
  }
  for (const name of Object.keys(plan.models)) {
    // What a parent starts from is wrong once, at the parent.
    if (plan.models[name].start.kind === 'model') continue;
    const place = placeOfModel(name);
    await attempt(place, async () => {
      const look = await lookAtModel({ plan, name }, workspace);
      warn(place, look.warnings);
      if (look.encoder !== null) encoders.set(name, look.encoder);
      models.push(describeModel(name, look));
    });
  }
  for (const [name, { start }] of Object.entries(plan.models)) {
    if (start.kind !== 'model') continue;
    const encoder = encoders.get(originOf(plan, name)) ?? null;
    if (encoder !== null) encoders.set(name, encoder);
    models.push(describeModel(name, { start: say('lineage', 'ofPlan', start.model), encoder }));
  }
  for (const [name, encoder] of encoders) {
    warn(placeOfModel(name), warnOfCutting(plan, name, encoder));
  }
  if (workspace !== null) {
    const searching = { tasks: looked, isTimeUp: looking.isTimeUp };
    for (const warning of warnOfSeenData(workspace, plan, searching)) warnings.push(warning);
  }
  for (const warning of warnOfFewFolds(plan)) warnings.push(warning);

  const corpusBytes = corpora.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  const cost = estimateCost({ plan, data: sizes, encoders, corpusBytes, calibration });
  if (freeBytes !== null && cost.roomBytes > freeBytes) {
    warn({ about: say('findings', 'aboutRoom'), field: [] }, [
      say('findings', 'needsRoom', cost.roomBytes, freeBytes),
    ]);
  }
  const memory = findLargestMemory(plan, { encoders, machineBytes });
  if (memory !== null && memory.bytes > machineBytes) {
    const { bytes, fittingBatchSize, model, task } = memory;
    warn(task === null ? placeOfModel(model) : placeOfTask(task, 'batchSize'), [
      say('findings', 'needsMemory', bytes, machineBytes, fittingBatchSize ?? 0),
    ]);
  }
  return {
    faults,
    warnings,
    corpora,
    tasks,
    models,
    cost: { ...cost, freeBytes, memory, machineBytes },
  };
}

/** A part of the plan, for who reads it and for a form. */
interface PlanPlace {
  readonly about: Told;
  readonly field: JsonPath;
}

const lockedPlace: PlanPlace = { about: 'locked set', field: ['lockedSet'] };
const placeOfModel = (name: string): PlanPlace => ({
  about: say('findings', 'aboutModel', name),
  field: ['models', name],
});
const placeOfTask = (name: string, ...keys: readonly string[]): PlanPlace => ({
  about: say('losses', 'taskPlace', name),
  field: ['tasks', name, ...keys],
});

/** What of a part of a plan an error of an area is about. */
const keysOfArea: Readonly<Record<string, JsonPath | undefined>> = {
  folds: ['folds'],
  dataset: ['data'],
  file: ['data'],
  record: ['data'],
};

/** Each fault says which part of the plan it is about, whether its error knew or not. */
function placeAt({ about, field }: PlanPlace, error: AnamnesisError): AnamnesisError {
  const { place = about } = error.told;
  const isNamed = inEnglish(place).startsWith(inEnglish(about));
  const [area] = error.code.split('.');
  const keys = field.at(0) === 'tasks' ? (keysOfArea[area] ?? []) : [];
  return new AnamnesisError(error.code, {
    ...error.told,
    place: isNamed ? place : say('common', 'within', about, place),
    field: error.told.field ?? [...field, ...keys],
    cause: error,
  });
}

/** The model of the plan with whose shape this one begins. */
function originOf(plan: Plan, name: string): string {
  const { start } = plan.models[name];
  return start.kind === 'model' ? originOf(plan, start.model) : name;
}

function describeModel(
  name: string,
  { start, encoder }: { readonly start: Told; readonly encoder: EncoderConfiguration | null },
): ModelOutlook {
  return {
    name,
    start,
    parameterCount: encoder === null ? null : countParameters(encoder),
    longestTokens: encoder === null ? null : maxTokensOf(encoder),
  };
}
