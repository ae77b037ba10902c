import type { EncoderConfiguration } from '../configuration.ts';
import type { ModelFamily } from './model-family.ts';

type NamedSize = 'hiddenSize' | 'layerCount' | 'headCount' | 'intermediateSize';

/** What `config.json` calls the parts of a shape that not all families call the same. */
type ConfigurationKeys = Readonly<
  Record<(NamedSize | 'hiddenActivation') & keyof EncoderConfiguration, string>
>;

const usual: ConfigurationKeys = {
  hiddenSize: 'hidden_size',
  layerCount: 'num_hidden_layers',
  headCount: 'num_attention_heads',
  intermediateSize: 'intermediate_size',
  hiddenActivation: 'hidden_act',
};

export const configurationKeys = {
  bert: usual,
  distilbert: {
    hiddenSize: 'dim',
    layerCount: 'n_layers',
    headCount: 'n_heads',
    intermediateSize: 'hidden_dim',
    hiddenActivation: 'activation',
  },
  roberta: usual,
  'xlm-roberta': usual,
  camembert: usual,
} as const satisfies Record<ModelFamily, ConfigurationKeys>;
