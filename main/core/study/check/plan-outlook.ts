import type { AnamnesisError } from '#core/base/error.ts';
import type { JsonPath } from '#core/domain/json-path.ts';
import type { Told } from '#core/base/phrase.ts';

/** What can be said of a plan before hours are spent on it. */
export interface PlanOutlook {
  /** What would end the study; each once, at its place. */
  readonly faults: readonly AnamnesisError[];
  /** What results would say or suffer from. One sentence each. */
  readonly warnings: readonly OutlookWarning[];
  readonly corpora: readonly DataOutlook[];
  readonly tasks: readonly TaskOutlook[];
  readonly models: readonly ModelOutlook[];
  readonly cost: CostOutlook;
}

export interface OutlookWarning {
  /** For example "task screen". */
  readonly about: Told;
  readonly text: Told;
  /** The keys that lead to what of the plan it is about. */
  readonly field: JsonPath;
}

/** Files of a corpus or a task, of which large ones were looked at in part. */
export interface DataOutlook {
  readonly name: string;
  readonly format: string;
  /** Documents of a labelled set. */
  readonly fileCount: number;
  readonly sizeBytes: number;
  /** Of the bytes; 1 where all was read. */
  readonly seenShare: number;
  /** Documents, notes or sentences: exact where all was read, else estimated from what was. */
  readonly itemCount: number;
}

export interface TaskOutlook extends DataOutlook {
  readonly kind: 'classification' | 'multi-label' | 'entities';
  readonly folds: number;
  /** Classes or entity types in what was read, with how often; in alphabetical order. */
  readonly labels: readonly { readonly label: string; readonly count: number }[];
}

export interface ModelOutlook {
  readonly name: string;
  /** What it starts from, in words. */
  readonly start: Told;
  /** Null where its start could not be opened. */
  readonly parameterCount: number | null;
  readonly longestTokens: number | null;
}

export interface CostOutlook {
  /** Of all runs from the beginning, very roughly; null where the engine was never measured here. */
  readonly timeMs: number | null;
  /** The engine whose measurement the time comes from. */
  readonly engine: string | null;
  /** About what the workspace would grow by. */
  readonly roomBytes: number;
  /** Null without a workspace. */
  readonly freeBytes: number | null;
  /** What its largest training needs at once on the processor; null where no model could be opened. */
  readonly memory: MemoryOutlook | null;
  /** Of the machine. */
  readonly machineBytes: number;
}

export interface MemoryOutlook {
  readonly bytes: number;
  readonly model: string;
  /** The task whose fine-tuning it is; null for the model's pre-training. */
  readonly task: string | null;
  /** The batch size that the plan has, and the largest half of it that would fit the machine. */
  readonly batchSize: number;
  readonly fittingBatchSize: number | null;
}
