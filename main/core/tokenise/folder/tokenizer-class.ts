import type { ModelKind } from '../models/create-model.ts';

/**
 * How transformers reads a folder whose tokenizer_config.json names a class: with settings of that
 * class over tokenizer.json, or by tokenizer.json alone.
 */
export type TokenizerReader = 'bert' | 'byte-level' | 'sentence-piece' | 'file';

const readerOfClass: Readonly<Record<string, TokenizerReader>> = {
  BertTokenizer: 'bert',
  DistilBertTokenizer: 'bert',
  ElectraTokenizer: 'bert',
  RobertaTokenizer: 'byte-level',
  CamembertTokenizer: 'sentence-piece',
  XLMRobertaTokenizer: 'sentence-piece',
  PreTrainedTokenizer: 'file',
  TokenizersBackend: 'file',
};

const readerOfKind = {
  WordPiece: 'bert',
  BPE: 'byte-level',
  Unigram: 'sentence-piece',
} as const satisfies Record<ModelKind, TokenizerReader>;

/**
 * The reader for a kind of vocabulary; without a class that of its family. Null for a class that is
 * unknown here, or of another kind.
 */
export function readerOf(className: unknown, kind: ModelKind): TokenizerReader | null {
  if (typeof className !== 'string') return readerOfKind[kind];
  const name = className.replace(/Fast$/, '');
  const reader = Object.hasOwn(readerOfClass, name) ? readerOfClass[name] : null;
  return reader === readerOfKind[kind] || reader === 'file' ? reader : null;
}
