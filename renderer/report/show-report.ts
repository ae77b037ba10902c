import { trustReport } from './trusted-html.ts';

/** A report taken apart: what the frame shows, and the styles that are put beside it. */
interface ReportParts {
  readonly html: string;
  readonly css: string;
}

const inlineStyle = 'data-inline-style';

/**
 * Shows the report inside a sandboxed frame without scripts. The frame inherits the window's policy,
 * which allows no style within html; so styles are taken out of the text and applied through the
 * style interfaces, which the policy allows. The policy stays as strict as it is.
 */
export function showReport(frame: HTMLIFrameElement, html: string): void {
  const { html: body, css } = takeApart(html);
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
  frame.srcdoc = trustReport(body);
}

function takeApart(html: string): ReportParts {
  const page = new DOMParser().parseFromString(trustReport(html), 'text/html');
  const css = [...page.querySelectorAll('style')].map((style) => style.textContent).join('\n');
  for (const element of page.querySelectorAll('style, script, meta[http-equiv]')) element.remove();
  for (const element of page.querySelectorAll('[style]')) {
    element.setAttribute(inlineStyle, element.getAttribute('style') ?? '');
    element.removeAttribute('style');
  }
  return { html: `<!doctype html>${page.documentElement.outerHTML}`, css };
}
