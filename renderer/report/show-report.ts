import { inlineStyle, takeApart } from './take-apart.ts';
import { trustReport } from './trusted-html.ts';

/**
 * Shows the report inside a sandboxed frame without scripts. The frame inherits the window's policy,
 * which allows no style within html; so styles are taken out of the text and applied through the
 * style interfaces, which the policy allows. The policy stays as strict as it is.
 */
export function showReport(frame: HTMLIFrameElement, report: string): void {
  const { html, css } = takeApart(report);
  frame.onload = () => {
    const { contentDocument: page, contentWindow: inner } = frame;
    if (page === null || inner === null) return;
    const sheet = new (inner as Window & typeof globalThis).CSSStyleSheet();
    sheet.replaceSync(css);
    page.adoptedStyleSheets = [sheet];
    for (const element of page.querySelectorAll<HTMLElement | SVGElement>(`[${inlineStyle}]`)) {
      element.style.cssText = element.getAttribute(inlineStyle) ?? '';
    }
  };
  frame.srcdoc = trustReport(html);
}
