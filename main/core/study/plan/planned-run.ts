import type { RunKind } from '#core/domain/run.ts';
import type { TransferStep } from './transfer-step.ts';

/** One run that a plan asks for, before anything about its data is known. */
export interface PlannedRun {
  readonly key: string;
  readonly kind: RunKind;
  /** Name of the vocabulary that is trained; null where the one of a model is extended. */
  readonly vocabulary: string | null;
  readonly model: string | null;
  readonly task: string | null;
  /** 0-based. */
  readonly fold: number | null;
  /** Of a transfer. */
  readonly transfer?: TransferStep;
}
