import type { ReportWords } from '../report-words.ts';
import type { VocabularyCut } from '#core/domain/vocabulary-cuts.ts';
import type { StudyResults, VocabularySummary } from '../study-results.ts';
import { note, type ReportSection, type ReportTable, type Row } from './report-document.ts';
import type { RunLinks } from './run-links.ts';

interface Context {
  readonly links: RunLinks;
  readonly words: ReportWords;
}

/** How each vocabulary cuts each corpus, beside the vocabulary that it was extended from. */
export function showVocabularies(
  { vocabularies }: StudyResults,
  context: Context,
): ReportSection | null {
  const { report } = context.words;
  if (vocabularies.length === 0) return null;
  const table: ReportTable = {
    kind: 'table',
    notes: [],
    caption: report.vocabularyTable,
    columns: [
      { title: report.vocabulary },
      { title: report.corpus },
      { title: report.words, numeric: true },
      { title: report.tokensPerWord, numeric: true },
      { title: report.before, numeric: true },
      { title: report.unknownTokens, numeric: true },
      { title: report.before, numeric: true },
    ],
    rows: vocabularies.flatMap((each) => listRows(each, context)),
  };
  return {
    id: 'vocabularies',
    title: report.vocabularies,
    tone: 'plain',
    blocks: [table, note(report.vocabularyNote)],
  };
}

function listRows(vocabulary: VocabularySummary, { links, words }: Context): Row[] {
  const { score, percentage, count } = words.numbers;
  const { corpora, runId } = vocabulary;
  return corpora.map(({ corpus, wordCount, before, after }, index) => ({
    span: index === 0 ? corpora.length : 0,
    cells: [
      {
        line: vocabulary.name,
        under: [links.link(runId, describeVocabulary(vocabulary, words))],
      },
      corpus,
      count(wordCount),
      score(after.tokensPerWord),
      formatBefore(before, ({ tokensPerWord }) => score(tokensPerWord)),
      percentage(after.unknownRate),
      formatBefore(before, ({ unknownRate }) => percentage(unknownRate)),
    ],
  }));
}

function formatBefore(cut: VocabularyCut | null, format: (cut: VocabularyCut) => string): string {
  return cut === null ? '–' : format(cut);
}

function describeVocabulary(
  { kind, algorithm, size, addedCount }: VocabularySummary,
  { report }: ReportWords,
): string {
  const tokens = report.tokenCount(size);
  if (kind === 'extended') return report.extendedBy(addedCount ?? 0, tokens);
  return algorithm === null ? tokens : report.trainedBy(algorithm, tokens);
}
