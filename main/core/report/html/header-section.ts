import { formatDuration, formatInstant } from '#core/base/format-number.ts';
import { describeFailure } from '../describe-failure.ts';
import type { RunSummary, StudyResults } from '../study-results.ts';
import { html, type Html } from './html.ts';

/** Name, time, engine and plan of the study; says so when it has not finished. */
export function renderHeader({ study, runs }: StudyResults): Html {
  const { startedAtMs, finishedAtMs } = study;
  const facts = [
    ['Started', formatInstant(startedAtMs)],
    ['Runs took', formatDuration(sumOfRuns(runs))],
    ['Engine', study.engine],
    ['Plan (SHA-256)', study.planHash.slice(0, 16)],
    ['Program', `Anamnesis ${study.programVersion}`],
  ];
  return html`<header>
      <p class="eyebrow">Study report</p>
      <h1>${study.name}</h1>
      ${study.description === null ? null : html`<p>${study.description}</p>`}
      <dl class="facts">
        ${facts.map(
          ([term, value]) =>
            html`<div>
              <dt>${term}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
      </dl>
    </header>
    ${
      finishedAtMs === null
        ? html`<aside class="notice">
            <h2>Not finished</h2>
            ${study.failure === null ? null : html`<p>${describeFailure(study.failure)}</p>`}
            <p>Figures cover the folds that have finished so far.</p>
          </aside>`
        : null
    }`;
}

/** A study that went on after a break took what its runs took, not what its last part did. */
function sumOfRuns(runs: readonly RunSummary[]): number {
  return runs.reduce((sum, { tookMs }) => sum + (tookMs ?? 0), 0);
}
