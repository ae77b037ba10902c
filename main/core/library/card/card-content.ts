import type { ScreeningRule } from '#core/domain/screening-rule.ts';
import type { LineageStep } from '../lineage.ts';
import type { ModelRecord } from '../model-record.ts';
import type { Agreement } from '../quantised/agreement.ts';

/** One measured value of one fold. */
export interface CardMetric {
  readonly task: string;
  /** 1-based. */
  readonly fold: number;
  readonly name: string;
  readonly value: number;
  readonly runId: string;
}

/** What a model card says; numbers and names only, never text of a note. */
export interface CardContent {
  readonly name: string;
  readonly record: ModelRecord;
  readonly parameterCount: number;
  readonly pieceCount: number;
  readonly weightsSha256: string;
  readonly lineage: readonly LineageStep[];
  readonly metrics: readonly CardMetric[];
  /** Calibration and threshold, learned from its folds; null for a model that looks for no class. */
  readonly rule: ScreeningRule | null;
  readonly withOnnx: boolean;
  /** How far the int8 file agrees with the float32 one, and on what text; null without one. */
  readonly quantised: (Agreement & { readonly sha256: string }) | null;
  readonly programVersion: string;
}
