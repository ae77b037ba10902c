import type { ApiEvent } from '#contract/events.ts';
import type { LossCurve, LossPoints, ProgressView, RunView } from '#contract/run.ts';
import { applyChanges } from '#contract/apply-study-changes.ts';
import type { StudyVersion } from '#contract/study-changes.ts';
import type { StudyView } from '#contract/study.ts';
import type { Client } from '../client/client.ts';
import { Resource } from './resource.svelte.ts';

/** A long curve is thinned by the host when it is asked for anew; until then it only grows. */
const maxCurvePoints = 2_000;

type Preparation = Extract<ApiEvent, { type: 'preparation' }>;

/** One study as it is shown, kept current by events. */
export class StudyState {
  readonly studyId: string;
  readonly study: Resource<StudyView>;
  /** The run whose details are shown; null follows the one that runs. */
  selectedRunId = $state<string | null>(null);
  timeLeftMs = $state<number | null>(null);
  /** What the trainer does before a run trains; null while one does. */
  preparation = $state.raw<Preparation | null>(null);
  lossCurve = $state.raw<LossPoints>([]);
  /** Measured on text that the shown run does not learn from. */
  heldOutCurve = $state.raw<LossPoints>([]);
  #latest = $state.raw<ProgressView | null>(null);
  #curveRunId: string | null = null;
  /** Of the view that is shown; null before there is one. */
  #version: StudyVersion | null = null;
  readonly #client: Client;

  constructor(client: Client, studyId: string) {
    this.studyId = studyId;
    this.#client = client;
    this.study = new Resource(async () => {
      const known = this.study.value;
      const { at, whole, changes } = await client.call('studies.changes', {
        studyId,
        since: known === null ? null : this.#version,
      });
      this.#version = at;
      const study = whole ?? applyChanges(known, changes);
      this.timeLeftMs = study.summary.estimatedTimeLeftMs;
      return study;
    });
  }

  readonly runs = $derived.by((): readonly RunView[] => {
    const latest = this.#latest;
    return (this.study.value?.runs ?? []).map((run) =>
      run.id === latest?.runId && latest.step >= (run.progress?.step ?? 0)
        ? { ...run, progress: latest }
        : run,
    );
  });

  readonly shownRun = $derived.by((): RunView | null => {
    const wanted = this.runs.find((run) => run.id === this.selectedRunId);
    return wanted ?? this.runs.find(isUnderWay) ?? this.runs.findLast(hasEnded) ?? null;
  });

  async load(): Promise<void> {
    await this.study.load();
    await this.loadLossCurve();
  }

  /** Asks for the losses of the shown run. */
  async loadLossCurve(): Promise<void> {
    const runId = this.shownRun?.id ?? null;
    if (runId !== this.#curveRunId) this.lossCurve = this.heldOutCurve = [];
    this.#curveRunId = runId;
    if (runId === null) return;
    const curve = await this.#client
      .call('studies.lossCurve', { studyId: this.studyId, runId })
      .catch((): LossCurve => ({ training: [], heldOut: [] }));
    if (this.#curveRunId !== runId) return;
    this.lossCurve = curve.training;
    this.heldOutCurve = curve.heldOut;
  }

  async selectRun(runId: string | null): Promise<void> {
    this.selectedRunId = runId;
    await this.loadLossCurve();
  }

  take(event: ApiEvent): void {
    if (!('studyId' in event) || event.studyId !== this.studyId) return;
    if (event.type !== 'log') this.preparation = event.type === 'preparation' ? event : null;
    if (event.type === 'study-changed') void this.load();
    if (event.type !== 'run-progress') return;
    this.timeLeftMs = event.studyTimeLeftMs;
    this.#latest = event.progress;
    const { runId, step, loss, heldOut } = event.progress;
    const lastHeldOut = this.heldOutCurve.at(-1)?.step ?? -1;
    if (runId === this.#curveRunId && heldOut !== null && heldOut.step > lastHeldOut) {
      this.heldOutCurve = [...this.heldOutCurve, heldOut];
    }
    const last = this.lossCurve.at(-1);
    if (runId !== this.#curveRunId || loss === null || step <= (last?.step ?? -1)) return;
    if (this.lossCurve.length < maxCurvePoints) {
      this.lossCurve = [...this.lossCurve, { step, loss }];
    } else void this.loadLossCurve();
  }
}

function isUnderWay({ state }: RunView): boolean {
  return state === 'running' || state === 'stopping' || state === 'interrupted';
}

function hasEnded(run: RunView): boolean {
  return run.finishedAtMs !== null || run.state === 'failed';
}
