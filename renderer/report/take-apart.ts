/** A report taken apart: what the frame shows, and the styles that are put beside it. */
export interface ReportParts {
  readonly html: string;
  readonly css: string;
}

/** Where a style attribute waits until it is applied. */
export const inlineStyle = 'data-inline-style';

const styleElement = /<style[^>]*>([\s\S]*?)<\/style\s*>/gi;
const tag = /<[a-z][^<>]*>/gi;
const styleAttribute = /(\s)style(\s*=)/gi;

/**
 * Moves styles out of the text of a report. It works on the text because already parsing a style,
 * even into a page that is never shown, is reported as a breach of the window's policy. A tag it
 * does not recognise only keeps a style that the policy then ignores.
 */
export function takeApart(report: string): ReportParts {
  const css = [...report.matchAll(styleElement)].map(([, text]) => text).join('\n');
  const html = report
    .replace(styleElement, '')
    .replace(tag, (text) => text.replace(styleAttribute, `$1${inlineStyle}$2`));
  return { html, css };
}
