/** Why figures of a task of another study say nothing beside those of this one. The list is closed. */
export type Unlike =
  /** One has classes of notes, the other entities. */
  | 'other-kind'
  /** One of the studies has not read its data yet. */
  | 'not-read'
  | 'other-set-version'
  /** The same set or files, but other labels, types, columns or locked sets. */
  | 'read-otherwise'
  | 'other-data'
  | 'no-finished-fold';

/** Why two studies of the same data are not compared fold by fold. The list is closed. */
export type Unpaired =
  | 'other-fold-count'
  /** As many, of other examples: another seed, other groups. */
  | 'other-folds'
  /** An earlier version of the program kept no examples of the folds that both have finished. */
  | 'folds-not-kept'
  | 'no-shared-fold';
