import type { ReportSection } from '../document/report-document.ts';
import type { ReportWords } from '../report-words.ts';
import type { ModelCard } from './model-card.ts';

/** What it may do that nobody wants, as far as its line tells. */
export function showLimits({ lineage }: ModelCard, { modelCard }: ReportWords): ReportSection {
  const isTrainedHere = lineage.some(({ step }) => step === 'pre-trained' || step === 'fine-tuned');
  const hasOwnWords = lineage.some(({ step }) => step === 'extended') || !isImported(lineage);
  return {
    id: 'limits',
    title: modelCard.limits,
    tone: 'plain',
    blocks: [
      {
        kind: 'list',
        items: [
          ...(isImported(lineage) ? [modelCard.ofCheckpoint] : []),
          ...(isTrainedHere ? [modelCard.repeatsText] : []),
          ...(hasOwnWords ? [modelCard.ownWords] : []),
          modelCard.otherText,
          modelCard.noDevice,
        ],
      },
    ],
  };
}

function isImported(lineage: ModelCard['lineage']): boolean {
  return lineage.at(0)?.step === 'imported';
}
