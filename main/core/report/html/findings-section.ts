import { describeComparisons } from '../describe-comparison.ts';
import { describeLockedSets } from '../describe-locked-sets.ts';
import type { StudyResults } from '../study-results.ts';
import { html, type Html } from './html.ts';

/** What the comparisons show, in sentences, and what the reader must be warned of. */
export function renderFindings(results: StudyResults): Html {
  const findings = describeComparisons(results);
  return html`${
    findings.length === 0
      ? null
      : html`<section aria-labelledby="findings">
          <h2 id="findings">In short</h2>
          <ul class="findings">
            ${findings.map((sentence) => html`<li>${sentence}</li>`)}
          </ul>
        </section>`
  }
  ${renderLocked(results)} ${renderWarnings(results)}`;
}

function renderLocked(results: StudyResults): Html | null {
  const sentence = describeLockedSets(results);
  return sentence === null ? null : html`<p>${sentence}</p>`;
}

function renderWarnings({ warnings }: StudyResults): Html | null {
  if (warnings.length === 0) return null;
  return html`<aside class="notice" aria-labelledby="warnings">
    <h2 id="warnings">Warnings</h2>
    <ul>
      ${warnings.map(({ about, text }) => html`<li><strong>${about}</strong>: ${text}</li>`)}
    </ul>
  </aside>`;
}
