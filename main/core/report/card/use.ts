import { tabulateFacts } from '../document/records-table.ts';
import { paragraph, type ReportSection } from '../document/report-document.ts';
import type { ReportWords } from '../report-words.ts';
import type { CardHead, ModelCard } from './model-card.ts';

const uses = {
  'masked-language-model': 'use-masked-language-model',
  'sequence-classification': 'use-sequence-classification',
  'token-classification': 'use-token-classification',
  none: 'use-none',
} as const satisfies Record<CardHead, string>;

/** What it can be used for by its kind, and for what somebody released it. */
export function showUse({ head, labels, releases }: ModelCard, words: ReportWords): ReportSection {
  const { modelCard } = words;
  const newest = releases.at(0)?.content;
  return {
    id: 'use',
    title: modelCard.use,
    tone: 'plain',
    blocks: [
      paragraph(modelCard[uses[head]]),
      tabulateFacts(
        modelCard.useCaption,
        [
          ...(labels === null ? [] : [[modelCard.classes, labels.join(', ')] as const]),
          [modelCard.intendedUse, newest?.intendedUse ?? null],
          [modelCard.population, newest?.population ?? null],
        ],
        words,
      ),
    ],
  };
}
