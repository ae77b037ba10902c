import type { ModelLine } from '#contract/models.ts';
import type { LibraryMessages } from '../messages/library/messages.ts';

/** What a model does; null for a bare encoder. */
export function nameHead(head: ModelLine['head'], say: LibraryMessages): string {
  return head === null ? say.bareEncoder : say.heads[head];
}

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
