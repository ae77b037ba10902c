/** Markup that is safe to put into a page: it can only be made by `html`, which escapes. */
export class Html {
  readonly #markup: string;

  constructor(markup: string) {
    this.#markup = markup;
  }

  toString(): string {
    return this.#markup;
  }
}

type HtmlPart = Html | string | number | null | readonly HtmlPart[];

/**
 * A template whose every value is escaped, also inside quoted attributes, unless it is itself `Html`.
 * Lists are joined and null is nothing. So that a label from a data file can never become markup.
 */
export function html(literals: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html {
  return new Html(
    literals.reduce((markup, literal, index) => markup + writePart(parts[index - 1]) + literal),
  );
}

function writePart(part: HtmlPart): string {
  if (part === null) return '';
  if (part instanceof Html) return part.toString();
  if (typeof part === 'object') return part.map(writePart).join('');
  return escapeHtml(String(part));
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character]);
}
