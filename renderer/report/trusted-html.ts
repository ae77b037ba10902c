/** The part of the Trusted Types interface that is used; browsers without it take plain strings. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createHTML: (html: string) => string },
  ): { createHTML(html: string): string };
}

const types = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;

/**
 * Marks the report as html that may be parsed: it is shown in a sandboxed frame that runs no script,
 * see `show-report.ts`. This is the only such policy of the window's own code.
 */
const policy = types?.createPolicy('anamnesis-report', { createHTML: (html) => html });

export function trustReport(html: string): string {
  return policy?.createHTML(html) ?? html;
}
