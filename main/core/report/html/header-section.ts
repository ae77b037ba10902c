import { formatDuration } from '#core/base/format-number.ts';
import { describeFailure } from '../describe-failure.ts';
import type { RunSummary, StudyResults } from '../study-results.ts';
import type { ReportWords } from '../report-words.ts';
import { html, type Html } from './html.ts';

/** Name, time, engine and plan of the study; says so when it has not finished. */
export function renderHeader({ study, runs }: StudyResults, words: ReportWords): Html {
  const { report } = words;
  const { startedAtMs, finishedAtMs } = study;
  const facts = [
    [report.started, words.instant(startedAtMs)],
    [report.runsTook, formatDuration(sumOfRuns(runs))],
    [report.engine, study.engine],
    [report.plan, study.planHash.slice(0, 16)],
    [report.program, `Anamnesis ${study.programVersion}`],
  ];
  return html`<header>
      <p class="eyebrow">${report.studyReport}</p>
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
            <h2>${report.notFinished}</h2>
            ${study.failure === null ? null : html`<p>${words.render(describeFailure(study.failure))}</p>`}
            <p>${report.soFar}</p>
          </aside>`
        : null
    }`;
}

/** A study that went on after a break took what its runs took, not what its last part did. */
function sumOfRuns(runs: readonly RunSummary[]): number {
  return runs.reduce((sum, { tookMs }) => sum + (tookMs ?? 0), 0);
}
