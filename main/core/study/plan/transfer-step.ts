/** What a model has learned from when it is tested on the target of a transfer. */
export type TransferCondition = 'zero-shot' | 'few-shot' | 'alone';

/** What one run of a transfer does: it learns the source, or is tested on the target. */
export interface TransferStep {
  /** Of the transfer, in the plan. */
  readonly name: string;
  readonly condition: 'source' | TransferCondition;
  /** Examples of the target that are learned from; null for a whole training side. */
  readonly shots: number | null;
  /** 0-based; null where nothing is drawn. */
  readonly draw: number | null;
}
