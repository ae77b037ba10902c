import type { Targets } from '#core/graph/composites/cross-entropy.ts';
import type { Value } from '#core/graph/types.ts';

import type { ModelBuilder } from '../model-builder.ts';

/** A head: from hidden states at the targets, [targets, hidden], to logits or straight to the loss. */
export interface HeadGraph {
  /** [targets, classes] */
  logits(model: ModelBuilder, atTargets: Value): Value;
  /** Σ weight · cross-entropy, a scalar. */
  loss(model: ModelBuilder, atTargets: Value, targets: Targets): Value;
}
