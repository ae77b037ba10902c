import { formatCount, formatPercentage, formatScore } from '#core/base/format-number.ts';
import type { VocabularyCut } from '#core/domain/vocabulary-cuts.ts';
import type { StudyResults, VocabularySummary } from '../study-results.ts';
import { html, type Html } from './html.ts';
import type { RunLinks } from './run-links.ts';
import { renderTable, type Row } from './table.ts';

/** How each vocabulary cuts each corpus, beside the vocabulary that it was extended from. */
export function renderVocabularies({ vocabularies }: StudyResults, links: RunLinks): Html | null {
  if (vocabularies.length === 0) return null;
  const table = renderTable({
    caption: 'How vocabularies cut the corpora',
    columns: [
      { title: 'Vocabulary' },
      { title: 'Corpus' },
      { title: 'Words', numeric: true },
      { title: 'Tokens per word', numeric: true },
      { title: 'before', numeric: true },
      { title: 'Unknown tokens', numeric: true },
      { title: 'before', numeric: true },
    ],
    rows: vocabularies.flatMap((each) => renderRows(each, links)),
  });
  return html`<section aria-labelledby="vocabularies">
    <h2 id="vocabularies">Vocabularies</h2>
    ${table}
    <p class="muted">
      Tokens per word: 1 where the vocabulary knows every word, more the finer it cuts. A word is
      what stands between white space. “Before” is the vocabulary that was extended, on the same
      text.
    </p>
  </section>`;
}

function renderRows(vocabulary: VocabularySummary, links: RunLinks): Row[] {
  const { corpora, runId } = vocabulary;
  return corpora.map(({ corpus, wordCount, before, after }, index) => ({
    span: index === 0 ? corpora.length : 0,
    cells: [
      html`${vocabulary.name}
        <div class="under">${links.link(runId, describeVocabulary(vocabulary))}</div>`,
      corpus,
      formatCount(wordCount),
      formatScore(after.tokensPerWord),
      formatBefore(before, ({ tokensPerWord }) => formatScore(tokensPerWord)),
      formatPercentage(after.unknownRate),
      formatBefore(before, ({ unknownRate }) => formatPercentage(unknownRate)),
    ],
  }));
}

function formatBefore(cut: VocabularyCut | null, format: (cut: VocabularyCut) => string): string {
  return cut === null ? '–' : format(cut);
}

const algorithms = {
  wordpiece: 'WordPiece',
  'byte-level-bpe': 'byte-level BPE',
} as const satisfies Record<NonNullable<VocabularySummary['algorithm']>, string>;

function describeVocabulary({ kind, algorithm, size, addedCount }: VocabularySummary): string {
  const tokens = `${formatCount(size)} tokens`;
  if (kind === 'extended') return `extended by ${formatCount(addedCount ?? 0)} to ${tokens}`;
  return algorithm === null ? tokens : `${algorithms[algorithm]}, ${tokens}`;
}
