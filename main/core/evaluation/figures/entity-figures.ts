import {
  addSpanCounts,
  countSpanMatches,
  noSpans,
  type SpanDocument,
} from '#core/evaluation/entities/count-span-matches.ts';
import type { LabelledSpan, MatchingMode } from '#core/evaluation/entities/match-spans.ts';
import { spanMatchCounts } from '#core/evaluation/entities/score-span-counts.ts';
import { averageMacro, averageWeighted } from '#core/evaluation/metrics/average-scores.ts';
import {
  scoreCounts,
  type MatchCounts,
  type Scores,
} from '#core/evaluation/metrics/score-counts.ts';
import type { FigureAveraging } from './figure-descriptions.ts';
import type { Figure } from './figure.ts';
import { makeFigure } from './make-figure.ts';

/**
 * Precision, recall and F1 of each type that is true or found, then micro, macro and weighted. Micro
 * counts all mentions together, so that in the modes `exact` and `partial` a mention may be right
 * under another type; the figures of a type, and so macro and weighted, look at its mentions alone.
 */
export function entityFigures(documents: readonly SpanDocument[], mode: MatchingMode): Figure[] {
  const types = new Set<string>();
  for (const { gold, predicted } of documents) {
    for (const { type } of gold) types.add(type);
    for (const { type } of predicted) types.add(type);
  }
  const byType = [...types]
    .sort()
    .map((type) => ({ type, counts: countAll(documents, mode, type) }));
  const counts = byType.map((each) => each.counts);
  const all = countAll(documents, mode, null);
  const weighted = all.gold === 0 ? null : averageWeighted(counts);
  return [
    ...byType.flatMap(({ type, counts }) =>
      scoreFigures(
        { averaging: 'one-against-rest', label: type, mode, counts },
        scoreCounts(counts),
      ),
    ),
    ...scoreFigures({ averaging: 'micro', label: null, mode, counts: all }, scoreCounts(all)),
    ...scoreFigures(
      { averaging: 'macro', label: null, mode, counts: all },
      counts.length === 0 ? null : averageMacro(counts),
    ),
    ...scoreFigures({ averaging: 'weighted', label: null, mode, counts: all }, weighted),
  ];
}

function countAll(
  documents: readonly SpanDocument[],
  mode: MatchingMode,
  type: string | null,
): MatchCounts {
  const own = (spans: readonly LabelledSpan[]) =>
    type === null ? spans : spans.filter((span) => span.type === type);
  return spanMatchCounts(
    documents
      .map(({ gold, predicted }) => countSpanMatches(own(gold), own(predicted), mode))
      .reduce(addSpanCounts, noSpans),
  );
}

interface EntityFigure {
  readonly averaging: FigureAveraging;
  readonly label: string | null;
  readonly mode: MatchingMode;
  readonly counts: MatchCounts;
}

/** Of a type or of all; where nothing was found there is no precision to speak of, and so on. */
function scoreFigures({ counts, ...parts }: EntityFigure, scores: Scores | null): Figure[] {
  const denominators = {
    precision: counts.predicted,
    recall: counts.gold,
    f1: counts.predicted + counts.gold,
  };
  return (['precision', 'recall', 'f1'] as const).map((name) =>
    makeFigure({
      ...parts,
      name,
      value: scores === null || denominators[name] === 0 ? null : scores[name],
      otherwise: 'nothing-to-count',
      support: counts.gold,
    }),
  );
}
