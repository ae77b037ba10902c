import { assert } from '#core/base/assert.ts';
import { listPartParameters, type GraphParameter } from '#core/model/parameters.ts';
import { shareOfRate } from '#core/training/layer-decay.ts';
import type { SessionRequest } from '#core/training/ports.ts';

/** A parameter with the share of the learning rate that it gets. */
export interface UpdatedGraphParameter extends GraphParameter {
  readonly shareOfRate: number;
}

/** What a session trains, in the order of the forward pass. */
export function listUpdatedParameters({
  encoder,
  head,
  part = 'whole',
  optimiser,
}: SessionRequest): UpdatedGraphParameter[] {
  return listPartParameters(encoder, head, part).map((parameter) => ({
    ...parameter,
    shareOfRate: shareOfRate(parameter.name, encoder, optimiser),
  }));
}

/** What of a model a training graph computes: an encoder alone is given no answers. */
export function trainedPartOf({ part = 'whole' }: SessionRequest): 'whole' | 'head' {
  assert(part !== 'encoder', 'a session that learns');
  return part;
}
