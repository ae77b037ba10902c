import type { ReportWords } from '#core/report/report-words.ts';
import type { StudyResults } from '#core/report/study-results.ts';

/** The tests and intervals that this study has used, and no other. */
export function tellStatistics(
  { comparisons, ranks, judgements }: StudyResults,
  { methods }: ReportWords,
): readonly string[] {
  const decidedBy = (test: string) => comparisons.some(({ result }) => result.decidedBy === test);
  const adjusted = comparisons.find(({ result }) => result.pHolm !== null);
  const pairs = judgements.flatMap((judged) => judged.pairs);
  const figures = judgements.flatMap(({ models }) => models.flatMap((model) => model.figures));
  const told = [
    ...(decidedBy('wilcoxon') ? [methods.wilcoxon] : []),
    ...(decidedBy('corrected-t') ? [methods.correctedT] : []),
    ...(adjusted === undefined ? [] : [methods.holm(adjusted.result.familySize)]),
    ...(comparisons.some(({ equivalence }) => equivalence !== null) ? [methods.equivalence] : []),
    ...(ranks.length === 0 ? [] : [methods.friedman]),
    ...(pairs.some(({ paired }) => paired !== null) ? [methods.mcnemar] : []),
    ...judgements.flatMap(({ task, bootstrap }) =>
      bootstrap === null ? [] : [methods.bootstrap({ ...bootstrap, task })],
    ),
    ...(figures.some(({ pooled }) => pooled.name === 'calibration-slope' && pooled.value !== null)
      ? [methods.calibration]
      : []),
    ...judgements.flatMap(({ task, models }) =>
      models.some(({ rule }) => rule !== null) ? [methods.threshold(task)] : [],
    ),
  ];
  return [told.length === 0 ? methods.noTests : told.join(' ')];
}
