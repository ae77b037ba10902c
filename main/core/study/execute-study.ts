import { AnamnesisError, isAnamnesisError } from '#core/base/error.ts';
import type { Metric, Run, Study } from '#core/domain/run.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { trainWordPiece } from '#core/tokenise/train-wordpiece.ts';
import { openTokenizer } from '#core/tokenise/open-tokenizer.ts';
import type { Tokenizer } from '#core/tokenise/tokenizer.ts';
import type { Clock, Runtime } from '#core/training/ports.ts';
import { hashesOf, type PreparedData } from './data/prepared-data.ts';
import { TimeEstimate } from './estimate-time.ts';
import type { StudyEvent } from './events.ts';
import { estimateWork } from './estimate-work.ts';
import { hashRun } from './plan/hash-runs.ts';
import { listRuns, type PlannedRun } from './plan/list-runs.ts';
import type { Plan } from './plan/plan-schema.ts';
import { fineTune } from './runs/fine-tune.ts';
import type { ModelState } from './runs/model-state.ts';
import { pretrain } from './runs/pretrain.ts';
import { RunStopped, type RunEffects } from './runs/run-context.ts';
import type { RunSummaries } from './results/run-summaries.ts';
import { loadModel, storeModel } from './runs/stored-model.ts';

/** What executing a study needs of the world. */
export interface StudyEffects {
  readonly workspace: Workspace;
  readonly runtime: Runtime;
  readonly clock: Clock;
  emit(event: StudyEvent): void;
  shouldStop(): boolean;
}

/** How often progress is told and stored; more often would cost training time. */
const progressEveryMs = 1000;

/** What a run gives beside its state. */
interface RunResult {
  readonly metrics: readonly Metric[];
  readonly summary: unknown;
}

/**
 * Executes all runs of a study that are not finished yet, in order. A run whose result exists for
 * the same settings and data is taken over. Returns false when a stop was asked for.
 * @throws what the first failing run throws; the run is then recorded as failed.
 */
export async function executeStudy(
  study: Study,
  plan: Plan,
  options: { data: PreparedData; effects: StudyEffects },
): Promise<boolean> {
  const executor = new StudyExecutor(study, plan, options);
  return executor.execute();
}

class StudyExecutor {
  readonly #study: Study;
  readonly #plan: Plan;
  readonly #data: PreparedData;
  readonly #effects: StudyEffects;
  readonly #runOf = new Map<string, Run>();
  readonly #estimate: TimeEstimate;
  /** Models in memory: every fold needs each of them again. */
  readonly #models = new Map<string, ModelState>();

  constructor(study: Study, plan: Plan, options: { data: PreparedData; effects: StudyEffects }) {
    this.#study = study;
    this.#plan = plan;
    this.#data = options.data;
    this.#effects = options.effects;
    const totalWork = listRuns(plan).reduce((sum, run) => sum + this.#workOf(run), 0);
    this.#estimate = new TimeEstimate(totalWork);
  }

  #workOf(run: PlannedRun): number {
    return estimateWork(this.#plan, run, this.#data);
  }

  async execute(): Promise<boolean> {
    const { workspace } = this.#effects;
    const hashes = hashesOf(this.#data);
    const planned = listRuns(this.#plan);
    for (const run of planned) {
      const configurationHash = hashRun(this.#plan, run, hashes);
      const { key, kind, model, task, fold } = run;
      this.#runOf.set(
        key,
        workspace.runs.ensure(this.#study.id, { key, kind, model, task, fold, configurationHash }),
      );
    }
    for (const planned_ of planned) {
      const run = this.#stored(planned_.key);
      if (run.state === 'finished') {
        this.#estimate.finish(this.#workOf(planned_), null);
        continue;
      }
      if (this.#effects.shouldStop()) return false;
      if (!(await this.#executeRun(planned_, run))) return false;
    }
    return true;
  }

  #stored(key: string): Run {
    const run = this.#runOf.get(key);
    if (run !== undefined) return run;
    throw new AnamnesisError('program.fault', {
      expected: 'a run of the plan',
      found: key,
      remedy: 'Report this with the plan.',
    });
  }

  #setState(run: Run, state: 'queued' | 'running' | 'stopped' | 'failed', error?: unknown): void {
    const { runs } = this.#effects.workspace;
    const details =
      error === undefined
        ? { engine: this.#effects.runtime.name }
        : isAnamnesisError(error)
          ? { errorCode: error.code, errorMessage: error.message }
          : { errorCode: 'program.fault', errorMessage: 'An unforeseen error ended the run.' };
    this.#runOf.set(run.key, runs.setState(run.id, state, details));
    this.#effects.emit({ type: 'run-state', runId: run.id, key: run.key, state });
  }

  /** Returns false when the run was stopped. */
  async #executeRun(planned: PlannedRun, run: Run): Promise<boolean> {
    const { clock, workspace, emit } = this.#effects;
    if (run.state !== 'queued') this.#setState(run, 'queued');
    this.#setState(run, 'running');
    const startedAtMs = clock.nowMs();
    try {
      const { metrics, summary } = await this.#perform(planned, run);
      this.#runOf.set(run.key, workspace.runs.finish(run.id, { metrics, summary }));
      this.#estimate.finish(this.#workOf(planned), clock.nowMs() - startedAtMs);
      emit({ type: 'run-state', runId: run.id, key: run.key, state: 'finished' });
      return true;
    } catch (error) {
      if (error instanceof RunStopped) {
        this.#setState(run, 'stopped');
        return false;
      }
      this.#setState(run, 'failed', error);
      throw error;
    }
  }

  #perform(planned: PlannedRun, run: Run): Promise<RunResult> {
    switch (planned.kind) {
      case 'vocabulary':
        return this.#trainVocabulary(planned.vocabulary ?? '');
      case 'pretraining':
        return this.#pretrain(planned, run);
      case 'fine-tuning':
        return this.#fineTune(planned, run);
    }
  }

  #runEffects(planned: PlannedRun, run: Run): RunEffects {
    const { runtime, clock, workspace, emit, shouldStop } = this.#effects;
    const work = this.#workOf(planned);
    let toldAtMs = -Infinity;
    return {
      runtime,
      clock,
      shouldStop,
      onStep: ({ step, stepCount, loss, tokenCount, elapsedMs }) => {
        const atMs = clock.nowMs();
        if (atMs - toldAtMs < progressEveryMs && step < stepCount) return;
        toldAtMs = atMs;
        const tokensPerSecond = elapsedMs > 0 ? (1000 * tokenCount) / elapsedMs : null;
        const progress = { runId: run.id, atMs, step, stepCount, loss, tokensPerSecond };
        workspace.runs.recordProgress(progress);
        emit({
          type: 'run-progress',
          key: run.key,
          progress,
          runTimeLeftMs: step === 0 ? null : (elapsedMs / step) * (stepCount - step),
          studyTimeLeftMs: this.#estimate.timeLeftMs((work * step) / stepCount, elapsedMs),
        });
      },
    };
  }

  async #trainVocabulary(name: string): Promise<RunResult> {
    const { corpora, size, ...settings } = this.#plan.vocabularies[name];
    const options = { ...settings, vocabularySize: size };
    const tokenizer = trainWordPiece(this.#linesOf(corpora), options);
    const files = new TextEncoder().encode(JSON.stringify(tokenizer.toFiles()));
    const blob = await this.#effects.workspace.blobs.write([files]);
    const summary: RunSummaries['vocabulary'] = {
      tokenizerBlobId: blob.id,
      vocabularySize: tokenizer.vocabularySize,
    };
    return { metrics: [], summary };
  }

  *#linesOf(corpora: readonly string[]): Generator<string> {
    for (const name of corpora) yield* this.#data.corpora.get(name)?.lines() ?? [];
  }

  async #tokenizerOf(vocabulary: string): Promise<Tokenizer> {
    const { workspace } = this.#effects;
    const run = this.#stored(`vocabulary/${vocabulary}`);
    const { tokenizerBlobId } = workspace.runs.summaryOf(run.id) as { tokenizerBlobId: string };
    const bytes = await workspace.blobs.readWhole(tokenizerBlobId);
    return openTokenizer(JSON.parse(new TextDecoder().decode(bytes)) as Record<string, string>);
  }

  async #pretrain(planned: PlannedRun, run: Run): Promise<RunResult> {
    const name = planned.model ?? '';
    const { start, pretraining } = this.#plan.models[name];
    if (pretraining === undefined) throw new RunStopped();
    const parent = await this.#startOf(name);
    const outcome = await pretrain(
      parent,
      pretraining.corpora.map((corpus) => ({ name: corpus, lines: this.#linesOf([corpus]) })),
      { plan: pretraining, seed: this.#plan.seed, effects: this.#runEffects(planned, run) },
    );
    const parentRun =
      start.kind === 'model' ? this.#runOf.get(`pretrain/${start.model}`) : undefined;
    const { workspace } = this.#effects;
    await storeModel(workspace, outcome.model, {
      studyId: this.#study.id,
      name,
      runId: run.id,
      parentModelId: parentRun ? (workspace.models.findByRun(parentRun.id)?.id ?? null) : null,
    });
    this.#models.set(name, outcome.model);
    const { model, ...rest } = outcome;
    const summary: RunSummaries['pretraining'] = {
      ...rest,
      parameterCount: [...(model.weights ?? [])].reduce((sum, [, { length }]) => sum + length, 0),
      corpusHashes: Object.fromEntries(
        pretraining.corpora.map((corpus) => [corpus, this.#data.corpora.get(corpus)?.hash ?? '']),
      ),
    };
    return { metrics: [], summary };
  }

  async #fineTune(planned: PlannedRun, run: Run): Promise<RunResult> {
    const task = this.#data.tasks.get(planned.task ?? '');
    if (task === undefined) throw new RunStopped();
    const model = await this.#modelOf(planned.model ?? '');
    const { metrics, ...rest } = await fineTune(model, task, {
      plan: this.#plan.tasks[task.name],
      fold: planned.fold ?? 0,
      seed: this.#plan.seed,
      effects: this.#runEffects(planned, run),
    });
    const summary: RunSummaries['fine-tuning'] = { ...rest, datasetHash: task.hash };
    return { metrics, summary };
  }

  /** A model as its own pre-training, if any, left it. */
  async #modelOf(name: string): Promise<ModelState> {
    const known = this.#models.get(name);
    if (known !== undefined) return known;
    const state = await this.#readModel(name);
    this.#models.set(name, state);
    return state;
  }

  async #readModel(name: string): Promise<ModelState> {
    if (this.#plan.models[name].pretraining === undefined) return this.#startOf(name);
    const { workspace } = this.#effects;
    const stored = workspace.models.findByRun(this.#stored(`pretrain/${name}`).id);
    if (stored !== undefined) return loadModel(workspace, stored);
    throw new AnamnesisError('model.missing', {
      expected: `the weights of the model ${name}`,
      found: 'none in the workspace, although its run is finished',
      remedy: 'Restore the workspace from a backup, or run the study in a new workspace.',
    });
  }

  /** What a model starts from, before its own pre-training. */
  async #startOf(name: string): Promise<ModelState> {
    const { start } = this.#plan.models[name];
    switch (start.kind) {
      case 'model':
        return this.#modelOf(start.model);
      case 'checkpoint': {
        const checkpoint = this.#data.checkpoints.get(name);
        if (checkpoint === undefined) throw new RunStopped();
        return checkpoint.load();
      }
      case 'scratch': {
        const tokenizer = await this.#tokenizerOf(start.vocabulary);
        return {
          tokenizer,
          weights: null,
          encoder: {
            vocabularySize: tokenizer.vocabularySize,
            hiddenSize: start.hiddenSize,
            layerCount: start.layers,
            headCount: start.heads,
            intermediateSize: start.intermediateSize,
            maxPositions: start.maxPositions,
            tokenTypeCount: 2,
            layerNormEpsilon: 1e-12,
            positionOffset: 0,
            hiddenActivation: 'gelu',
          },
        };
      }
    }
  }
}
