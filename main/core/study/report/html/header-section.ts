import { describeFailure } from '#core/study/report/describe-failure.ts';
import { formatDuration, formatInstant } from '#core/study/report/format-number.ts';
import type { StudyResults } from '#core/study/report/study-results.ts';
import { html, type Html } from './html.ts';

/** Name, time, engine and plan of the study; says so when it has not finished. */
export function renderHeader({ study }: StudyResults): Html {
  const { startedAtMs, finishedAtMs } = study;
  const facts = [
    ['Started', formatInstant(startedAtMs)],
    ['Took', finishedAtMs === null ? 'not finished' : formatDuration(finishedAtMs - startedAtMs)],
    ['Engine', study.engine],
    ['Plan (SHA-256)', study.planHash.slice(0, 16)],
    ['Program', `Anamnesis ${study.programVersion}`],
  ];
  return html`<header>
      <p class="eyebrow">Study report</p>
      <h1>${study.name}</h1>
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
