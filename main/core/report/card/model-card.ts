import type { ScreeningRelease } from '#core/domain/screening-release.ts';
import type { LastTest } from '#core/evaluation/judgement/last-test.ts';
import type { MetricName } from '#core/evaluation/metrics/metric-names.ts';
import type { TaskJudgement } from '#core/evaluation/judgement/task-judgement.ts';
import type { RecordedFacts } from '../study-results.ts';

/**
 * All that a model card is written from: names, counts, hashes and figures, never text of a note. What
 * the workspace does not hold is null, and the card says so.
 */
export interface ModelCard {
  /** As users call it. */
  readonly name: string;
  readonly createdAtMs: number;
  readonly head: CardHead;
  readonly labels: readonly string[] | null;
  readonly family: string;
  readonly layerCount: number;
  readonly hiddenSize: number;
  readonly headCount: number;
  readonly maxTokens: number;
  readonly parameterCount: number;
  readonly pieceCount: number;
  readonly weightsSha256: string;
  /** From the first of the line to the model itself. */
  readonly lineage: readonly CardStep[];
  /** The runs that made the models of the line, the first one first. */
  readonly training: readonly CardTraining[];
  readonly measuredOn: MeasuredOn;
  readonly measured: readonly MeasuredTask[];
  readonly lastTests: readonly LastTest[];
  /** The newest first. */
  readonly releases: readonly (ScreeningRelease & { readonly by: string | null })[];
  readonly programVersion: string;
}

export type CardHead =
  'masked-language-model' | 'sequence-classification' | 'token-classification' | 'none';

/** Whose figures stand on the card. The list is closed. */
export type MeasuredOn =
  /** Of the model itself, on the fold that its training left out. */
  | 'own-fold'
  /** It learned all labels: of models that were trained alike on all folds but one. */
  | 'folds-alike'
  /** Of what became of it, fine-tuned on all folds but one. */
  | 'descendants';

export interface CardStep {
  readonly step: 'imported' | 'extended' | 'pre-trained' | 'fine-tuned';
  readonly name: string;
  readonly createdAtMs: number;
  readonly study: string | null;
  readonly runId: string | null;
  /** Of the imported folder. */
  readonly sourceHash: string | null;
  /** As the card of an imported model names them; empty where it names none, or there is none. */
  readonly languages: readonly string[];
  readonly data: readonly {
    readonly name: string;
    readonly hash: string;
    /** Null where the workspace does not hold it any more. */
    readonly size: { readonly of: 'examples' | 'lines'; readonly count: number } | null;
  }[];
}

export interface CardTraining {
  readonly study: string;
  readonly key: string;
  readonly runId: string;
  readonly engine: string | null;
  readonly startedAtMs: number | null;
  readonly tookMs: number | null;
  readonly configurationHash: string;
  /** Of a finished study, whose runs are bound to its plan by their hashes; null of any other. */
  readonly seed: number | null;
  readonly pretraining: NonNullable<RecordedFacts['settings']>['pretraining'][string] | null;
  readonly fineTuning: NonNullable<RecordedFacts['settings']>['fineTuning'][string] | null;
}

/** One task of one study in which the model was measured. */
export interface MeasuredTask {
  readonly study: string;
  readonly task: string;
  readonly runs: readonly {
    readonly id: string;
    /** 0-based. */
    readonly fold: number;
    readonly metrics: readonly { readonly name: MetricName; readonly value: number }[];
  }[];
  /** Of all tested examples together, of these models alone; null where it was not judged. */
  readonly judgement: Pick<TaskJudgement, 'task' | 'bootstrap' | 'models' | 'pairs'> | null;
}
