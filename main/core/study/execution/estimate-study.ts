import { isAnamnesisError } from '#core/base/error.ts';
import type { Run } from '#core/domain/run.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import type { Tokenizer } from '#core/tokenise/tokenizer.ts';
import { CharactersPerToken } from './characters-per-token.ts';
import type { PreparedData } from '../data/prepared-data.ts';
import { says, TimeEstimate, type CurrentRun } from './estimate-time.ts';
import { estimateWork, type MeasuredData } from './estimate-work.ts';
import { sizeCheckpoints } from './model-sizes.ts';
import type { PlannedRun } from '../plan/planned-run.ts';
import type { Plan } from '../plan/plan-schema.ts';
import { durationOf } from '#core/storage/run-duration.ts';
import { readTrainedTokenizer } from '../runs/read-trained-tokenizer.ts';
import { examplesOf } from '../data/examples-of.ts';

/** What the estimate is made from. */
export interface EstimateSources {
  readonly plan: Plan;
  readonly data: PreparedData;
  readonly workspace: Workspace;
  /** With which the study goes on. */
  readonly engine: string;
  readonly runOf: (key: string) => Run;
}

/**
 * How long the rest of a study takes, judged from the runs that have finished, also in earlier
 * processes on the same engine, and from the current one.
 */
export class StudyEstimate {
  readonly #planned: readonly PlannedRun[];
  readonly #sources: EstimateSources;
  readonly #measured: MeasuredData;
  readonly #checkpoints: ReturnType<typeof sizeCheckpoints>;
  readonly #charactersPerToken: CharactersPerToken;
  readonly #tokenizers = new Map<string, Tokenizer>();
  readonly #estimate: TimeEstimate;

  private constructor(planned: readonly PlannedRun[], sources: EstimateSources) {
    this.#planned = planned;
    this.#sources = sources;
    this.#measured = measureData(sources.data);
    this.#checkpoints = sizeCheckpoints(sources.data);
    this.#charactersPerToken = new CharactersPerToken(sources.data);
    this.#estimate = new TimeEstimate(this.#works());
  }

  static async begin(
    planned: readonly PlannedRun[],
    sources: EstimateSources,
  ): Promise<StudyEstimate> {
    const estimate = new StudyEstimate(planned, sources);
    const { workspace, engine, runOf } = sources;
    const finished = planned.filter(({ key }) => runOf(key).state === 'finished');
    for (const run of finished) await estimate.#learnVocabulary(run);
    estimate.#estimate.revise(estimate.#works());
    for (const { key, kind } of finished) {
      const run = runOf(key);
      const isComparable = kind === 'vocabulary' || run.engine === engine;
      estimate.#estimate.finish(key, isComparable ? durationOf(workspace, run) : null);
    }
    return estimate;
  }

  /** A run of this process has finished. */
  async finish(planned: PlannedRun, elapsedMs: number): Promise<void> {
    this.#estimate.finish(planned.key, elapsedMs);
    if (planned.kind !== 'vocabulary') return;
    await this.#learnVocabulary(planned);
    this.#estimate.revise(this.#works());
  }

  /** Until the current run and the whole study end; null where that is not known yet. */
  timeLeft(current: CurrentRun): {
    readonly runTimeLeftMs: number | null;
    readonly studyTimeLeftMs: number | null;
  } {
    const { share, elapsedMs } = current;
    return {
      runTimeLeftMs: says(current) ? (elapsedMs / share) * (1 - share) : null,
      studyTimeLeftMs: this.#estimate.timeLeftMs(current),
    };
  }

  #works() {
    const sources = {
      plan: this.#sources.plan,
      data: this.#measured,
      known: { checkpoints: this.#checkpoints, tokenizers: this.#tokenizers },
      charactersPerToken: this.#charactersPerToken,
    };
    return new Map(this.#planned.map((run) => [run.key, estimateWork(run, sources)]));
  }

  async #learnVocabulary({ key, kind }: PlannedRun): Promise<void> {
    if (kind !== 'vocabulary') return;
    const { workspace, runOf } = this.#sources;
    try {
      const tokenizer = await readTrainedTokenizer(workspace, runOf(key));
      if (tokenizer !== null) this.#tokenizers.set(key, tokenizer);
    } catch (error) {
      // A run that needs it will say so; an estimate is no reason to end a study.
      if (!isAnamnesisError(error)) throw error;
    }
  }
}

function measureData({ corpora, tasks }: PreparedData): MeasuredData {
  const measured = Array.from(tasks, ([name, task]) => {
    const examples = examplesOf(task);
    return [name, { lengths: examples.map(({ text }) => text.length), seenShare: 1 }] as const;
  });
  return { corpora, tasks: new Map(measured) };
}
