import { createHash } from 'node:crypto';
import type { Language } from '#core/wording/language.ts';
import { makeReport } from '../document/make-report.ts';
import type { ReportDocument } from '../document/report-document.ts';
import type { StudyResults } from '../study-results.ts';
import { Html, html } from './html.ts';
import { reportStyle } from './style.ts';
import { writeSection } from './write-section.ts';

/** `report.html` of a study. */
export function writeReport(results: StudyResults, language: Language = 'en'): string {
  return writeReportPage(makeReport(results, language));
}

/**
 * A report as one file that needs no other, runs no script and can load nothing: its policy allows a
 * single style, known by its hash.
 */
export function writeReportPage(report: ReportDocument): string {
  const styleHash = createHash('sha256').update(reportStyle).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'`;
  // Not in the template below: a single blank more, and the hash is another.
  const style = new Html(`<style>${reportStyle}</style>`);
  return html`<!doctype html>
    <html lang="${report.language}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${report.title}</title>
        ${style}
      </head>
      <body>
        ${writeHeader(report)}
        <main>${report.sections.map(writeSection)}</main>
        <footer>${report.closing}</footer>
      </body>
    </html> `.toString();
}

function writeHeader({ kind, heading, description, facts }: ReportDocument): Html {
  return html`<header>
    <p class="eyebrow">${kind}</p>
    <h1>${heading}</h1>
    ${description === null ? null : html`<p>${description}</p>`}
    <dl class="facts">
      ${facts.map(
        ({ term, value }) =>
          html`<div>
            <dt>${term}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
  </header>`;
}
