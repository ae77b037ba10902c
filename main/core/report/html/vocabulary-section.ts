import type { ReportWords } from '../report-words.ts';
import type { VocabularyCut } from '#core/domain/vocabulary-cuts.ts';
import type { StudyResults, VocabularySummary } from '../study-results.ts';
import { html, type Html } from './html.ts';
import type { RunLinks } from './run-links.ts';
import { renderTable, type Row } from './table.ts';

interface Context {
  readonly links: RunLinks;
  readonly words: ReportWords;
}

/** How each vocabulary cuts each corpus, beside the vocabulary that it was extended from. */
export function renderVocabularies({ vocabularies }: StudyResults, context: Context): Html | null {
  const { report } = context.words;
  if (vocabularies.length === 0) return null;
  const table = renderTable({
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
    rows: vocabularies.flatMap((each) => renderRows(each, context)),
  });
  return html`<section aria-labelledby="vocabularies">
    <h2 id="vocabularies">${report.vocabularies}</h2>
    ${table}
    <p class="muted">${report.vocabularyNote}</p>
  </section>`;
}

function renderRows(vocabulary: VocabularySummary, { links, words }: Context): Row[] {
  const { score, percentage, count } = words.numbers;
  const { corpora, runId } = vocabulary;
  return corpora.map(({ corpus, wordCount, before, after }, index) => ({
    span: index === 0 ? corpora.length : 0,
    cells: [
      html`${vocabulary.name}
        <div class="under">${links.link(runId, describeVocabulary(vocabulary, words))}</div>`,
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
