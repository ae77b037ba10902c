import { inlineStyle, takeApart } from './take-apart.ts';
import { trustReport } from './trusted-html.ts';

/**
 * Puts the report beside its frame, for paper alone: a frame is printed as far as it is seen. It
 * lies in a shadow tree, so that its styles and those of the window do not meet. Nothing in it
 * runs: parsing runs no script, and the window's policy allows none within html.
 */
export function layOutForPrint(host: HTMLElement, report: string): void {
  const { html, css } = takeApart(report);
  const page = new DOMParser().parseFromString(trustReport(html), 'text/html');
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css.replaceAll(pageSelector, ':host'));
  const shadow = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  shadow.adoptedStyleSheets = [sheet];
  shadow.replaceChildren(...page.body.childNodes);
  for (const element of shadow.querySelectorAll<HTMLElement | SVGElement>(`[${inlineStyle}]`)) {
    element.style.cssText = element.getAttribute(inlineStyle) ?? '';
  }
}

/** What stands for the whole page in the styles of a report. */
const pageSelector = /(?<=^\s*)(?::root|html|body)(?=\s*\{)/gm;
