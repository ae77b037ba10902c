import type { Figure } from '#core/evaluation/figures/figure.ts';
import type { ConfirmedRule } from './confirm-rule.ts';

/** What a model that learned all of a task said of the locked test sets of its study. */
export interface LastTest {
  readonly task: string;
  readonly model: string;
  /** Of the model in the workspace. */
  readonly modelId: string;
  readonly sets: readonly {
    readonly name: string;
    readonly version: number;
    readonly hash: string;
  }[];
  readonly testedAtMs: number;
  readonly engine: string;
  /** Notes or sentences that were tested. */
  readonly examples: number;
  /** Patients, documents and what stands alone. */
  readonly groups: number;
  /** Not tested, since their label is none that the model knows, by label; of entities, that were passed over. */
  readonly unknownLabels: readonly { readonly label: string; readonly count: number }[];
  /** Last tests of models on the same sets before this one: the more, the less it is a last one. */
  readonly earlier: number;
  /** With intervals over patients in front, where there are some. */
  readonly figures: readonly Figure[];
  /** Null where no threshold is claimed. */
  readonly rule: ConfirmedRule | null;
}
