import { isHtmlElement } from './html-elements.ts';
import { keptRuns } from './remove-special-characters.ts';

/** A tag without attributes. */
const bareTag = /<(\/?)([A-Za-z][\w:.-]*)\s*>/g;
/** What all runs that are kept begin with: most text has none of it, and is not searched. */
const mayBeKept = ['++++', '****', '____'];
/** Longer lines are looked at in parts. */
const longestHeld = 1 << 16;

/**
 * Looks through all text of a corpus, piece by piece, before it is cleaned: which elements are
 * closed anywhere, for an opening tag of XML has one and a placeholder such as <PATIENT> has none.
 */
export class MarkupCensus {
  readonly #closed = new Set<string>();
  readonly #opened = new Set<string>();
  #hasKeptRuns = false;
  #held = '';

  push(text: string): void {
    const end = text.lastIndexOf('\n') + 1;
    if (end === 0) {
      this.#held += text;
      if (this.#held.length > longestHeld) this.#take(this.#held, longestHeld / 2);
      return;
    }
    this.#take(this.#held + text.slice(0, end), 0);
    this.#held = text.slice(end);
  }

  /** Said at the end of each file. */
  endFile(): void {
    this.#take(this.#held, 0);
  }

  #take(text: string, keep: number): void {
    this.#held = keep === 0 ? '' : text.slice(-keep);
    if (text.includes('<')) {
      for (const [, slash, name] of text.matchAll(bareTag)) {
        (slash === '' ? this.#opened : this.#closed).add(name);
      }
    }
    this.#hasKeptRuns ||= mayBeKept.some((run) => text.includes(run)) && keptRuns.test(text);
  }

  /** The names of all elements that are closed somewhere. */
  get closed(): ReadonlySet<string> {
    return this.#closed;
  }

  /** Whether there is anything that cleaning keeps now and took for markup or decoration before. */
  get isCleanedOtherwise(): boolean {
    if (this.#hasKeptRuns) return true;
    return [...this.#opened].some((name) => !isHtmlElement(name) && !this.#closed.has(name));
  }
}
