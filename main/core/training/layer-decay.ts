import type { EncoderConfiguration } from '#core/model/configuration.ts';
import { depthBelowHead } from '#core/model/parameters.ts';
import type { AdamWSettings } from './ports.ts';

/**
 * Which share of the learning rate a parameter gets: decay ^ (layers below the head). The head has
 * all of it, the topmost layer `decay`, the embeddings decay ^ (layers + 1): Howard and Ruder,
 * "Universal language model fine-tuning for text classification", ACL 2018, section 3.2, whose
 * decay is 1 / 2.6; and Clark et al., "ELECTRA", ICLR 2020, whose is 0.8. With 0 only the head
 * learns. 1 where no decay is set.
 */
export function shareOfRate(
  parameter: string,
  encoder: Pick<EncoderConfiguration, 'layerCount'>,
  { layerDecay = 1 }: Pick<AdamWSettings, 'layerDecay'>,
): number {
  return layerDecay ** depthBelowHead(parameter, encoder);
}
