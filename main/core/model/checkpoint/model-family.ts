import type { Head } from '../configuration.ts';

/** The families that are computed here, by Hugging Face's `model_type`. */
export const modelFamilies = ['bert', 'distilbert', 'roberta', 'xlm-roberta', 'camembert'] as const;
export type ModelFamily = (typeof modelFamilies)[number];

/** Whether positions are counted, and heads named, as in RoBERTa. */
export function isRobertaLike(
  family: ModelFamily,
): family is Exclude<ModelFamily, 'bert' | 'distilbert'> {
  return family !== 'bert' && family !== 'distilbert';
}

const classPrefix = {
  bert: 'Bert',
  distilbert: 'DistilBert',
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
