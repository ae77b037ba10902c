import type { ClassificationPlan, EntitiesPlan } from '../plan/plan-schema.ts';
import type { LabelMapping } from './map-labels.ts';
import type { PreparedClassification, PreparedEntities } from './prepared-task.ts';

/** What was not learned from of the source, each example by the first reason that holds. */
export interface LeftOutOfSource {
  /** Notes of classes that the target does not have. */
  readonly unmapped: number;
  /** Of a patient of the target: known where both are sets of the workspace. */
  readonly patient: number;
  /** Nearly the same as an example of the target. */
  readonly text: number;
}

/** A source under the labels of a target, without what is like the target, and the target. */
export type PreparedTransfer = TransferOfNotes | TransferOfSentences;

interface Prepared {
  readonly name: string;
  readonly mapping: LabelMapping;
  readonly leftOut: LeftOutOfSource;
}

interface TransferOfNotes extends Prepared {
  readonly kind: 'classification';
  /** Without folds: all of it is learned from. */
  readonly source: PreparedClassification;
  /** How the source is learned, with classes under the names of the target. */
  readonly plan: ClassificationPlan;
  readonly target: PreparedClassification;
}

interface TransferOfSentences extends Prepared {
  readonly kind: 'entities';
  readonly source: PreparedEntities;
  readonly plan: EntitiesPlan;
  readonly target: PreparedEntities;
}
