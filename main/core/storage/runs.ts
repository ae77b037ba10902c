import { randomUUID } from 'node:crypto';
import type { FoldPredictions } from '#core/domain/predictions.ts';
import { runTransitions } from '#core/domain/run.ts';
import type { EngineSource, Metric, Run, RunState } from '#core/domain/run.ts';
import { canonicalJson } from './canonical-json.ts';
import { forgetPredictions, keepPredictions, readPredictions } from './fold-predictions.ts';
import { readMetrics, replaceMetrics } from './metrics.ts';
import { forgetProgress, openProgressStore } from './progress.ts';
import type { ProgressStore } from './progress.ts';
import { recoverInterrupted } from './recovery.ts';
import { refuseTransition, requireRecord } from './refusals.ts';
import type { StorageContext } from './storage-context.ts';
import type { TrainerLock } from './trainer-lock.ts';

/** What a plan says about a run. */
export type RunRequest = Pick<
  Run,
  'key' | 'kind' | 'model' | 'task' | 'fold' | 'configurationHash'
>;

/** What becomes known with a state: the engine with "running", the error with "failed". */
interface StateDetails {
  readonly engine?: string;
  readonly engineSource?: EngineSource;
  readonly errorCode?: string;
  /** Shown to the user; never text of a note. */
  readonly errorMessage?: string;
}

interface RunResult {
  readonly metrics: readonly Metric[];
  /** Anything JSON can hold, for example a confusion matrix or the data sizes. */
  readonly summary?: unknown;
  /** Of a fold. */
  readonly predictions?: FoldPredictions | undefined;
}

export interface RunStore extends ProgressStore {
  /**
   * The run with this key. One that exists with the same configuration hash is returned as it is;
   * with another hash its result is discarded and it is queued again (its models stay in the
   * workspace, but are no longer found by it). Throws "run.state-refused" when that one is running.
   */
  ensure(studyId: string, request: RunRequest): Run;
  /** Throws "record.missing". */
  get(id: string): Run;
  /** In the order in which they were ensured first. */
  listByStudy(studyId: string): Run[];
  /** Throws "run.state-refused". A run becomes finished only by `finish`, with its result. */
  setState(id: string, state: Exclude<RunState, 'finished'>, details?: StateDetails): Run;
  /** Result and state in one transaction: there is no finished run without its metrics. */
  finish(id: string, result: RunResult): Run;
  /** Replaces the metrics of a run that is under way. */
  recordMetrics(id: string, metrics: readonly Metric[]): void;
  metricsOf(id: string): Metric[];
  /** What the model of a finished fold said of its test examples; null where it was not kept. */
  predictionsOf(id: string): FoldPredictions | null;
  /** What `finish` was given, or null. */
  summaryOf(id: string): unknown;
  /**
   * Queues every run and study that a killed trainer left running or stopping, and returns the
   * runs. Only for the holder of the lock, for whom nobody else can be running them.
   */
  recoverInterrupted(lock: TrainerLock): Run[];
}

const columns = `id, study_id AS studyId, key, kind, state, model, task, fold,
  configuration_hash AS configurationHash, engine, engine_source AS engineSource,
  started_at_ms AS startedAtMs, finished_at_ms AS finishedAtMs, error_code AS errorCode, error_message AS errorMessage`;

const active: readonly RunState[] = ['running', 'stopping'];

export function openRunStore(context: StorageContext): RunStore {
  const { sql, audit, nowMs } = context;
  const get = (id: string) =>
    requireRecord(
      sql.get(`SELECT ${columns} FROM runs WHERE id = @id`, { id }) as Run | undefined,
      'run',
      id,
    );

  const insert = (studyId: string, request: RunRequest): Run => {
    const id = randomUUID();
    sql.run(
      `INSERT INTO runs (id, study_id, position, key, kind, state, model, task, fold,
           configuration_hash)
         SELECT @id, @studyId, 1 + coalesce(max(position), 0), @key, @kind, 'queued', @model,
           @task, @fold, @configurationHash FROM runs WHERE study_id = @studyId`,
      { ...request, id, studyId },
    );
    return get(id);
  };

  const requeueWith = (run: Run, request: RunRequest): Run => {
    const { id } = run;
    if (active.includes(run.state)) refuseTransition('run', run.state, 'queued with a new plan');
    replaceMetrics(sql, id, []);
    forgetPredictions(sql, id);
    forgetProgress(sql, id);
    sql.run(`UPDATE models SET run_id = NULL WHERE run_id = @id`, { id });
    sql.run(
      `UPDATE runs SET kind = @kind, state = 'queued', model = @model, task = @task, fold = @fold,
         configuration_hash = @configurationHash, engine = NULL, engine_source = NULL,
         started_at_ms = NULL, finished_at_ms = NULL, error_code = NULL, error_message = NULL,
         summary_json = NULL WHERE id = @id`,
      {
        id,
        kind: request.kind,
        model: request.model,
        task: request.task,
        fold: request.fold,
        configurationHash: request.configurationHash,
      },
    );
    audit.append('run.discarded', { runId: id, configurationHash: run.configurationHash });
    return get(id);
  };

  const changeState = (run: Run, state: RunState, details: StateDetails): Run => {
    const { id } = run;
    if (!runTransitions[run.state].includes(state)) refuseTransition('run', run.state, state);
    const queued = state === 'queued';
    sql.run(
      `UPDATE runs SET state = @state, engine = @engine, engine_source = @engineSource,
         started_at_ms = @startedAtMs, finished_at_ms = @finishedAtMs, error_code = @errorCode, error_message = @errorMessage
         WHERE id = @id`,
      {
        id,
        state,
        engine: details.engine ?? (queued ? null : run.engine),
        engineSource: details.engineSource ?? (queued ? null : run.engineSource),
        startedAtMs: state === 'running' ? nowMs() : queued ? null : run.startedAtMs,
        finishedAtMs: queued || active.includes(state) ? null : nowMs(),
        errorCode: details.errorCode ?? null,
        errorMessage: details.errorMessage ?? null,
      },
    );
    const errorCode = details.errorCode ?? null;
    audit.append('run.state', { runId: id, from: run.state, to: state, errorCode });
    return get(id);
  };

  return {
    ...openProgressStore(sql),
    get,

    ensure: (studyId, request) =>
      sql.transaction(() => {
        const run = sql.get(
          `SELECT ${columns} FROM runs WHERE study_id = @studyId AND key = @key`,
          {
            studyId,
            key: request.key,
          },
        ) as Run | undefined;
        if (run === undefined) return insert(studyId, request);
        if (run.configurationHash === request.configurationHash) return run;
        return requeueWith(run, request);
      }),

    listByStudy: (studyId) =>
      sql.all(`SELECT ${columns} FROM runs WHERE study_id = @studyId ORDER BY position`, {
        studyId,
      }) as Run[],

    setState: (id, state, details = {}) =>
      sql.transaction(() => changeState(get(id), state, details)),

    finish: (id, { metrics, summary, predictions }) =>
      sql.transaction(() => {
        const run = changeState(get(id), 'finished', {});
        replaceMetrics(sql, id, metrics);
        if (predictions !== undefined) keepPredictions(sql, id, predictions);
        sql.run(`UPDATE runs SET summary_json = @summaryJson WHERE id = @id`, {
          id,
          summaryJson: summary === undefined ? null : canonicalJson(summary),
        });
        return run;
      }),

    recordMetrics(id, metrics) {
      sql.transaction(() => {
        const { state } = get(id);
        if (state === 'finished') refuseTransition('run', state, 'measured again');
        replaceMetrics(sql, id, metrics);
      });
    },

    metricsOf: (id) => readMetrics(sql, id),

    predictionsOf: (id) => readPredictions(sql, id),

    summaryOf(id) {
      const row = sql.get(`SELECT summary_json AS json FROM runs WHERE id = @id`, { id });
      const { json } = requireRecord(row as { json: string | null } | undefined, 'run', id);
      return json === null ? null : (JSON.parse(json) as unknown);
    },

    recoverInterrupted: (lock) => recoverInterrupted(context, lock).map(get),
  };
}
