import { createHash } from 'node:crypto';
import { renderComparisons } from './comparison-section.ts';
import { renderFindings } from './findings-section.ts';
import { renderHeader } from './header-section.ts';
import { Html, html } from './html.ts';
import { numberRuns } from './run-links.ts';
import { renderLastTests } from './last-test-section.ts';
import { renderPerplexities } from './perplexity-section.ts';
import { renderRuns } from './runs-section.ts';
import { renderCorpora, renderImportProblems, renderLineage } from './source-sections.ts';
import { reportStyle } from './style.ts';
import { renderTask } from './task-section.ts';
import { renderTransfers } from './transfer-section.ts';
import { renderVocabularies } from './vocabulary-section.ts';
import type { Language } from '#core/wording/language.ts';
import { wordsOf } from '../report-words.ts';
import { showTitles } from '../show-titles.ts';
import type { StudyResults } from '../study-results.ts';

/**
 * `report.html`: one file that needs no other, runs no script and can load nothing: its policy
 * allows a single style, known by its hash.
 */
export function writeReport(stored: StudyResults, language: Language = 'en'): string {
  const words = wordsOf(language);
  const results = showTitles(stored, { isolate: true, frozen: words.training.frozen });
  const styleHash = createHash('sha256').update(reportStyle).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'`;
  // Not in the template below: a single blank more, and the hash is another.
  const style = new Html(`<style>${reportStyle}</style>`);
  const links = numberRuns(results);
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${words.report.title(results.study.name)}</title>
        ${style}
      </head>
      <body>
        ${renderHeader(results, words)}
        <main>
          ${renderFindings(results, words)}
          ${results.tasks.map((task, place) => renderTask(results, task, { links, words, place }))}
          ${renderLastTests(results, words)} ${renderComparisons(results, words)}
          ${renderTransfers(results, words)} ${renderLineage(results, { links, words })}
          ${renderCorpora(results, { links, words })}
          ${renderPerplexities(results, { links, words })}
          ${renderVocabularies(results, { links, words })} ${renderImportProblems(results, words)}
          ${renderRuns(results, { links, words })}
        </main>
        <footer>${words.report.writtenBy(results.study.programVersion)}</footer>
      </body>
    </html> `.toString();
}
