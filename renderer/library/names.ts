import type { ModelDetails, ModelLine, ModelTask } from '#contract/models.ts';

/** The words for what models are and what is done with them, the same wherever they are shown. */
export const originNames: Readonly<Record<ModelLine['origin'], string>> = {
  imported: 'Imported',
  extended: 'Vocabulary extended',
  'pre-trained': 'Pre-trained',
  'fine-tuned': 'Fine-tuned',
  superseded: 'Superseded',
};

export const stepNames: Readonly<Record<ModelDetails['lineage'][number]['step'], string>> = {
  imported: 'Imported',
  extended: 'Vocabulary extended',
  'pre-trained': 'Pre-trained',
  'fine-tuned': 'Fine-tuned',
};

const headNames: Readonly<Record<NonNullable<ModelLine['head']>, string>> = {
  'masked-language-model': 'fills in masked words',
  'sequence-classification': 'sorts texts into classes',
  'token-classification': 'marks entities in text',
};

/** What a model does; null for a bare encoder. */
export function nameHead(head: ModelLine['head']): string {
  return head === null ? 'bare encoder' : headNames[head];
}

export const taskNames: Readonly<Record<ModelTask['request']['kind'], string>> = {
  import: 'Importing',
  verify: 'Checking',
  export: 'Exporting',
};

const familyNames: Readonly<Record<string, string>> = {
  bert: 'BERT',
  distilbert: 'DistilBERT',
  roberta: 'RoBERTa',
  'xlm-roberta': 'XLM-RoBERTa',
  camembert: 'CamemBERT',
};

/** A family that this window does not know is called what the program calls it. */
export function nameFamily(family: string): string {
  return familyNames[family] ?? family;
}

const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' });

/** "Dutch, Spanish"; a code without a name stays a code. */
export function nameLanguages(codes: readonly string[]): string {
  return codes.map(nameLanguage).join(', ');
}

function nameLanguage(code: string): string {
  try {
    return languages.of(code) ?? code;
  } catch {
    return code;
  }
}
