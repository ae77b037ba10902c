import { describeComparisons } from '../describe-comparison.ts';
import { describeLockedSets } from '../describe-locked-sets.ts';
import type { StudyResults } from '../study-results.ts';
import { html, type Html } from './html.ts';
import type { ReportWords } from '../report-words.ts';

/** What the comparisons show, in sentences, and what the reader must be warned of. */
export function renderFindings(results: StudyResults, words: ReportWords): Html {
  const findings = describeComparisons(results);
  return html`${
    findings.length === 0
      ? null
      : html`<section aria-labelledby="findings">
          <h2 id="findings">${words.report.inShort}</h2>
          <ul class="findings">
            ${findings.map((sentence) => html`<li>${words.render(sentence)}</li>`)}
          </ul>
        </section>`
  }
  ${renderLocked(results, words)} ${renderWarnings(results, words)}`;
}

function renderLocked(results: StudyResults, words: ReportWords): Html | null {
  const sentence = describeLockedSets(results);
  return sentence === null ? null : html`<p>${words.render(sentence)}</p>`;
}

function renderWarnings({ warnings }: StudyResults, words: ReportWords): Html | null {
  if (warnings.length === 0) return null;
  return html`<aside class="notice" aria-labelledby="warnings">
    <h2 id="warnings">${words.report.warnings}</h2>
    <ul>
      ${warnings.map(({ about, text }) => html`<li><strong>${about}</strong>: ${words.render(text)}</li>`)}
    </ul>
  </aside>`;
}
