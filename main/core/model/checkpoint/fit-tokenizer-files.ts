import { maxTokensOf } from '../configuration.ts';
import type { ModelDescription } from './write-configuration.ts';

const name = 'tokenizer_config.json';

/**
 * Tells tokenizers elsewhere what the model can take: no text longer than its positions, and token
 * types only where it has several, though BERT's tokenizer class would hand them to DistilBERT.
 */
export function fitTokenizerFiles(
  files: Readonly<Record<string, string>>,
  { encoder, family }: Pick<ModelDescription, 'encoder' | 'family'>,
): Readonly<Record<string, string>> {
  if (!(name in files)) return files;
  // It comes from whoever made the checkpoint: its values may be of any type.
  const configuration = JSON.parse(files[name]) as Readonly<Record<string, unknown>>;
  const { tokenizer_class: className, model_max_length: length } = configuration;
  const isBert = typeof className === 'string' && className.startsWith('Bert');
  const longest = maxTokensOf(encoder);
  const tokenTypes = encoder.tokenTypeCount > 1 ? ['token_type_ids'] : [];
  const fitted = {
    ...configuration,
    ...(family === 'distilbert' && isBert ? { tokenizer_class: `Distil${className}` } : {}),
    model_input_names: ['input_ids', ...tokenTypes, 'attention_mask'],
    model_max_length: typeof length === 'number' ? Math.min(length, longest) : longest,
  };
  return { ...files, [name]: `${JSON.stringify(fitted, null, 2)}\n` };
}
