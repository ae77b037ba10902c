import { listGraphParameters, type GraphParameter } from '#core/model/parameters.ts';
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
  optimiser,
}: SessionRequest): UpdatedGraphParameter[] {
  return listGraphParameters(encoder, head).map((parameter) => ({
    ...parameter,
    shareOfRate: shareOfRate(parameter.name, encoder, optimiser),
  }));
}
