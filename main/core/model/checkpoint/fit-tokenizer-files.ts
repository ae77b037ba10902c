import { maxTokensOf } from '../configuration.ts';
import type { ModelDescription } from './write-configuration.ts';

const name = 'tokenizer_config.json';

interface TokenizerConfiguration {
  readonly model_max_length?: number;
  readonly tokenizer_class?: string;
}

/**
 * Tells tokenizers elsewhere what the model can take: no text longer than its positions and, for
 * DistilBERT, no token types, which BERT's tokenizer class would hand to it.
 */
export function fitTokenizerFiles(
  files: Readonly<Record<string, string>>,
  { encoder, family }: Pick<ModelDescription, 'encoder' | 'family'>,
): Readonly<Record<string, string>> {
  if (!(name in files)) return files;
  const configuration = JSON.parse(files[name]) as TokenizerConfiguration;
  const longest = maxTokensOf(encoder);
  const fitted = {
    ...configuration,
    ...(family === 'distilbert' && configuration.tokenizer_class?.startsWith('Bert') === true
      ? { tokenizer_class: `Distil${configuration.tokenizer_class}` }
      : {}),
    model_max_length: Math.min(configuration.model_max_length ?? longest, longest),
  };
  return { ...files, [name]: `${JSON.stringify(fitted, null, 2)}\n` };
}
