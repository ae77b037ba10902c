import { hashJson } from '#core/storage/hash-json.ts';
import type { DataHashes } from './data-hashes.ts';
import { hashTransfer } from './hash-transfer.ts';
import type { PlannedRun } from './planned-run.ts';
import type { Plan, PretrainingPlan, TaskPlan } from './plan-schema.ts';

/**
 * Raised when a change of the program changes the results of a run with the same plan and data, so
 * that results of older versions are not taken for new ones.
 */
const resultVersion = 5;

/** Raised as `resultVersion` is, when a change of the program changes what a baseline gives. */
const baselineVersion = 1;

/** Raised as `resultVersion` is, when held-out text is measured otherwise. */
const perplexityVersion = 1;

/**
 * The hash of everything that determines the result of a run: its settings, its data, its seed and
 * the runs it builds on. A finished run is taken over as long as this hash stays the same.
 */
export function hashRun(plan: Plan, run: PlannedRun, data: DataHashes): string {
  const corporaOf = (names: readonly string[]) => names.map((name) => data.corpora[name]);
  const hashVocabulary = (name: string) => {
    const { corpora, algorithm, ...settings } = plan.vocabularies[name];
    return hashJson({
      resultVersion,
      // Named only where it is another: results of plans without it stay what they were.
      settings: algorithm === 'wordpiece' ? settings : { ...settings, algorithm },
      corpora: corporaOf(corpora),
    });
  };
  const hashExtension = (name: string): string => {
    const { start, extendVocabulary } = plan.models[name];
    return hashJson({
      resultVersion,
      start: hashStart(start, name),
      extension: extendVocabulary && {
        ...extendVocabulary,
        corpora: corporaOf(extendVocabulary.corpora),
      },
    });
  };
  const hashModel = (name: string): string => {
    const { start, pretraining, extendVocabulary } = plan.models[name];
    const { seed } = plan;
    return hashJson({
      resultVersion,
      start: extendVocabulary ? hashExtension(name) : hashStart(start, name),
      pretraining: pretraining && {
        settings: { ...withoutDefaults(pretraining), corpora: corporaOf(pretraining.corpora) },
        seed,
        // Named only where it is given: results of plans without it stay what they were.
        ...(plan.heldOut === undefined ? {} : { heldOut: plan.heldOut }),
      },
    });
  };
  const hashStart = (start: Plan['models'][string]['start'], name: string) => {
    switch (start.kind) {
      case 'scratch':
        return { ...start, vocabulary: hashVocabulary(start.vocabulary), seed: plan.seed };
      case 'checkpoint':
      case 'library':
        return data.checkpoints[name];
      case 'model':
        return hashModel(start.model);
    }
  };
  if (run.vocabulary !== null) return hashVocabulary(run.vocabulary);
  if (run.kind === 'baseline') return hashBaseline(plan, run, data);
  if (run.transfer !== undefined && run.model !== null) {
    const { model } = run;
    return hashTransfer(plan, run, { data, trainingSettingsOf, hashModel: () => hashModel(model) });
  }
  if (run.model === null) return hashJson(run);
  if (run.kind === 'vocabulary') return hashExtension(run.model);
  if (run.kind === 'perplexity') {
    const { heldOut, seed } = plan;
    const corpora = data.corpora;
    return hashJson({ perplexityVersion, model: hashModel(run.model), heldOut, seed, corpora });
  }
  if (run.task === null) return hashModel(run.model);
  const { keepModels } = plan.tasks[run.task];
  const settings = trainingSettingsOf(plan.tasks[run.task]);
  return hashJson({
    model: hashModel(run.model),
    // Named only where it is true: results of plans without it stay what they were.
    settings: keepModels ? { ...settings, keepModels } : settings,
    data: data.tasks[run.task],
    seed: plan.seed,
    fold: run.fold,
  });
}

/** Named only where it is true: results of plans without it stay what they were. */
function withoutDefaults({ wholeWords, ...settings }: PretrainingPlan) {
  return wholeWords ? { ...settings, wholeWords } : settings;
}

/** What a task says of how models are trained on it. */
function trainingSettingsOf(task: TaskPlan) {
  const {
    data: dataPlan,
    title,
    keepModels,
    finalModel,
    baselines,
    // Folds of a further division have numbers of their own; those of the first stay what they were.
    repeats,
    ...settings
  } = settingsOf(task);
  return settings;
}

/** Without what determines no result of a model: results of plans without it stay what they were. */
function settingsOf(task: TaskPlan) {
  const { frozenEncoder, ...others } = task;
  const trained = frozenEncoder ? task : others;
  if (trained.kind === 'entities') return trained;
  if (trained.kind === 'multi-label') return trained;
  const { keywords, longNotes, positiveClass, screening, ...settings } = trained;
  return longNotes.startsWith('windows')
    ? { ...settings, longNotes, positiveClass }
    : longNotes === 'head'
      ? settings
      : { ...settings, longNotes };
}

/** A baseline learns from the data as it was divided, and from nothing else. */
function hashBaseline(
  plan: Plan,
  { task: name, model, fold }: PlannedRun,
  data: DataHashes,
): string {
  const task = plan.tasks[name ?? ''];
  const { folds, foldsBy, labels = null, minimumCount = null } = task;
  const ofKind =
    task.kind === 'classification'
      ? { keywords: model === 'keywords' ? task.keywords : null }
      : task.kind === 'multi-label'
        ? { kind: task.kind, threshold: task.threshold }
        : { types: task.types ?? null, groupByDocument: task.groupByDocument };
  return hashJson({
    baselineVersion,
    baseline: model,
    // Named only where it is given: results of plans without it stay what they were.
    settings: {
      ...{ folds, labels, minimumCount, ...ofKind },
      ...(foldsBy === undefined ? {} : { foldsBy }),
    },
    data: data.tasks[name ?? ''],
    seed: plan.seed,
    fold,
  });
}
