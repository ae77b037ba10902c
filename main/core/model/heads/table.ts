import type { Head } from '../configuration.ts';
import type { HeadGraph } from './head-graph.ts';
import { maskedLanguageModelHead } from './masked-language-model.ts';
import { sequenceClassificationHead } from './sequence-classification.ts';
import { tokenClassificationHead } from './token-classification.ts';

export const heads = {
  'masked-language-model': maskedLanguageModelHead,
  'sequence-classification': sequenceClassificationHead,
  'token-classification': tokenClassificationHead,
} as const satisfies Record<Head['kind'], HeadGraph>;
