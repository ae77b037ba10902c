import type { Head } from '../configuration.ts';

/**
 * The families that are computed here, by Hugging Face's `model_type`. All but the first count
 * positions as RoBERTa does and name their heads as RoBERTa does.
 */
export const modelFamilies = ['bert', 'roberta', 'xlm-roberta', 'camembert'] as const;
export type ModelFamily = (typeof modelFamilies)[number];

const classPrefix = {
  bert: 'Bert',
  roberta: 'Roberta',
  'xlm-roberta': 'XLMRoberta',
  camembert: 'Camembert',
} as const satisfies Record<ModelFamily, string>;

const classSuffix = {
  'masked-language-model': 'ForMaskedLM',
  'sequence-classification': 'ForSequenceClassification',
  'token-classification': 'ForTokenClassification',
} as const satisfies Record<Head['kind'], string>;

/** The class by which transformers opens a model; without a head the bare encoder. */
export function architectureName(family: ModelFamily, head: Head | null): string {
  return `${classPrefix[family]}${head === null ? 'Model' : classSuffix[head.kind]}`;
}

/** The head that the name of a class promises; null where it is none of ours. */
export function headKindOf(architecture: unknown): Head['kind'] | null {
  const kinds = Object.keys(classSuffix) as Head['kind'][];
  const name = String(architecture);
  return kinds.find((kind) => name.endsWith(classSuffix[kind])) ?? null;
}

/** The family of models that were stored before families were written down. */
export function familyOfOffset(positionOffset: number): ModelFamily {
  return positionOffset === 0 ? 'bert' : 'roberta';
}
