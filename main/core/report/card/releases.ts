import type { ReportSection } from '../document/report-document.ts';
import { tabulateFacts } from '../document/records-table.ts';
import type { ReportWords } from '../report-words.ts';
import { nothingRecorded } from './nothing-recorded.ts';
import type { ModelCard } from './model-card.ts';

/** Each release of it: by whom, for what, until when, and why for trial only. Nothing of it depends on today. */
export function showReleases({ releases }: ModelCard, words: ReportWords): ReportSection {
  const { modelCard } = words;
  return {
    id: 'releases',
    title: modelCard.releases,
    tone: 'plain',
    blocks:
      releases.length === 0
        ? [nothingRecorded(words)]
        : releases.map((release) => tabulateRelease(release, words)),
  };
}

function tabulateRelease(release: ModelCard['releases'][number], words: ReportWords) {
  const { modelCard, figures, instant, render, numbers } = words;
  const { id, name, by, releasedAtMs, untilMs, replacedBy, content } = release;
  const { rule, trialReasons } = content;
  return tabulateFacts(
    modelCard.releaseCaption(id, name),
    [
      [modelCard.intendedUse, content.intendedUse],
      [modelCard.population, content.population],
      [figures.lookedFor, content.label],
      [
        figures.threshold,
        rule === null || rule.threshold === null ? null : numbers.score(rule.threshold.probability),
      ],
      [modelCard.releasedBy, by],
      [modelCard.releasedAt, instant(releasedAtMs)],
      [modelCard.until, instant(untilMs)],
      ...(replacedBy === null ? [] : [[modelCard.replacedBy, String(replacedBy)] as const]),
      [
        modelCard.standing,
        trialReasons.length === 0
          ? modelCard.forUse
          : [modelCard.forTrial, ...trialReasons.map(render)].join(' '),
      ],
    ],
    words,
  );
}
