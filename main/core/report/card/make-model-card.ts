import { largestOf } from '#core/base/extremes.ts';
import type { Language } from '#core/wording/language.ts';
import type { ReportDocument } from '../document/report-document.ts';
import { wordsOf } from '../report-words.ts';
import type { ModelCard } from './model-card.ts';
import { showLastTestsOf } from './last-tests.ts';
import { showLimits } from './limits.ts';
import { showMeasured } from './measured.ts';
import { showOrigin } from './origin.ts';
import { showReleases } from './releases.ts';
import { showShape } from './shape.ts';
import { showTraining } from './training.ts';
import { showUse } from './use.ts';

/** The card of a model in a language, from records alone: the same records give the same card. */
export function makeModelCard(card: ModelCard, language: Language): ReportDocument {
  const words = wordsOf(language);
  const { modelCard, report, records } = words;
  return {
    language,
    title: modelCard.title(card.name),
    kind: modelCard.kind,
    heading: card.name,
    description: null,
    createdAtMs: lastChangeOf(card),
    facts: [
      { term: records.created, value: words.instant(card.createdAtMs) },
      { term: modelCard.parameters, value: words.numbers.count(card.parameterCount) },
      { term: records.sha256, value: card.weightsSha256.slice(0, 16) },
      { term: report.program, value: `Anamnesis ${card.programVersion}` },
    ],
    sections: [
      showUse(card, words),
      showShape(card, words),
      showOrigin(card, words),
      showTraining(card, words),
      showMeasured(card, words),
      showLastTestsOf(card, words),
      showReleases(card, words),
      showLimits(card, words),
    ],
    closing: `Anamnesis ${card.programVersion}`,
  };
}

/** Files carry the date of the newest record that they are written from, not that of the clock. */
function lastChangeOf({ createdAtMs, lastTests, releases }: ModelCard): number {
  const momentsMs = lastTests.map(({ testedAtMs }) => testedAtMs);
  return largestOf(
    momentsMs.concat(
      releases.map(({ releasedAtMs }) => releasedAtMs),
      createdAtMs,
    ),
  );
}
