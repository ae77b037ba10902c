import { describeLockedSets } from '#core/report/describe-locked-sets.ts';
import type { ReportWords } from '#core/report/report-words.ts';
import type { StudyResults, TaskSummary } from '#core/report/study-results.ts';
import { tellMissing } from './tell-missing.ts';

/** Corpora, labelled data, locked sets and what the import did. */
export function tellData(
  results: StudyResults,
  stored: StudyResults,
  words: ReportWords,
): readonly string[] {
  const locked = describeLockedSets(results);
  return [
    ...results.corpora.map((corpus) =>
      [
        words.methods.corpus({
          name: corpus.corpus,
          source: words.render(corpus.source),
          documents: corpus.documentCount,
          lines: corpus.lineCount,
          tokens: corpus.tokenCount,
        }),
        corpus.removed.length === 0
          ? words.methods.nothingRemoved
          : words.methods.removed(
              corpus.removed.map(({ what, count }) => words.report.removedCount(what, count)),
            ),
        tellReading(results, { of: 'corpus', name: corpus.corpus }, words),
      ].join(' '),
    ),
    ...results.tasks.map((task, place) =>
      [
        ...tellExamples(task, words),
        tellReading(results, { of: 'task', name: stored.tasks[place].name }, words),
      ].join(' '),
    ),
    ...(locked === null ? [] : [words.render(locked)]),
    ...tellImport(results, words),
  ];
}

function tellExamples(
  { name, kind, itemCount, set, lockedOut, lostLabels }: TaskSummary,
  { methods, report, numbers }: ReportWords,
): string[] {
  const items = report.items(kind, itemCount);
  return [
    methods.taskData(name, set === null ? items : report.itemsOfSet(items, set.name, set.version)),
    ...(set === null ? [] : [methods.setHash(set.hash.slice(0, 16))]),
    ...(lockedOut === null ? [] : [methods.lockedOut(lockedOut)]),
    ...(lostLabels.length === 0
      ? []
      : [
          methods.lostLabels(
            lostLabels.map(({ label, count }) => `${label} ${numbers.count(count)}`),
          ),
        ]),
  ];
}

function tellReading(
  { recorded }: StudyResults,
  { of, name }: { readonly of: 'corpus' | 'task'; readonly name: string },
  words: ReportWords,
): string {
  const { methods, instant } = words;
  const found = recorded?.readings.find((each) => each.of === of && each.name === name);
  return found === undefined
    ? tellMissing(methods.reading, words)
    : methods.read(instant(found.atMs), found.hash.slice(0, 16));
}

function tellImport({ importProblems }: StudyResults, { methods }: ReportWords): string[] {
  if (importProblems.length === 0) return [];
  const countOf = (wanted: string) =>
    importProblems.reduce((sum, { action, count }) => sum + (action === wanted ? count : 0), 0);
  return [
    methods.imported({
      repaired: countOf('repaired'),
      leftOut: countOf('left-out'),
      kept: countOf('kept'),
    }),
  ];
}
