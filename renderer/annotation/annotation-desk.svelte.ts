import type { Applied } from '#contract/annotation-edits.ts';
import type { AskedEdit, Suggestion } from '#contract/annotation-nouns.ts';
import type { OpenedDocument, ProjectView } from '#contract/annotation.ts';
import type { Failure } from '#contract/failure.ts';
import { failureOf, type Client } from '../client/client.ts';
import type { Decision, Situation } from './decide-edits.ts';
import { findWords } from './find-words.ts';
import {
  listMarks,
  markAround,
  type FocusedMark,
  type PlacedFocus,
  type SpanSuggestion,
} from './focus-marks.ts';
import type { TextSelection } from './select-words.ts';
import { wholeQueue } from './whole-queue.ts';

/** So many of the next documents are read by a model before somebody comes to them. */
const predictedAhead = 3;

type WorkChange = Applied['documents'][number];

/**
 * A document on the desk of a person: what is asked for is sent at once, one action after the other,
 * and shown when it is on the disk. The next document is fetched while this one is worked on.
 */
export class AnnotationDesk {
  project = $state.raw<ProjectView | null>(null);
  document = $state.raw<OpenedDocument | null>(null);
  selection = $state.raw<TextSelection | null>(null);
  /** What was walked to or clicked on. */
  focused = $state.raw<FocusedMark | null>(null);
  undoState = $state.raw<Applied['undoState']>({ undo: null, redo: null });
  failure = $state.raw<Failure | null>(null);
  /** Actions that are not on the disk yet. */
  waiting = $state(0);
  readonly spanSuggestions: readonly SpanSuggestion[] = $derived(
    (this.document?.suggestions ?? []).filter(
      (each): each is SpanSuggestion => each.kind === 'span',
    ),
  );
  readonly words = $derived(findWords(this.document?.text ?? ''));
  /** All that can be walked to, in the order of the text. */
  readonly marks = $derived(listMarks(this.document?.spans ?? [], this.spanSuggestions));
  /** What keys for a mark mean: the one walked to, else the narrowest around the selection. */
  readonly mark = $derived(this.focused ?? markAround(this.marks, this.selection));
  readonly #client: Client;
  readonly #projectId: number;
  /** The document that was asked for last. */
  #wanted: number | null = null;
  #tail: Promise<unknown> = Promise.resolve();
  #ahead: { readonly number: number; readonly document: Promise<OpenedDocument> } | null = null;

  /** The model that is asked ahead; null for none. */
  readonly #aheadModel: () => string | null;
  /** Documents that it was asked about from this page. */
  // Nothing that is shown hangs on it.
  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  readonly #predicted = new Set<number>();

  constructor(client: Client, projectId: number, aheadModel: () => string | null = () => null) {
    this.#client = client;
    this.#projectId = projectId;
    this.#aheadModel = aheadModel;
  }

  async loadProject(): Promise<void> {
    const projectId = this.#projectId;
    try {
      this.project = await this.#client.call('annotation.project', { projectId });
      this.undoState = this.project.undoState;
    } catch (error) {
      this.failure = failureOf(error);
    }
  }

  /**
   * Shows a document, when what was asked for before it is on the disk. Of several that are asked for
   * the last is shown, whichever answer comes last.
   */
  async open(number: number): Promise<void> {
    if (this.#wanted === number) return;
    this.#wanted = number;
    const turn = this.#tail.then(() =>
      this.#fetch(number, this.#ahead?.number === number ? this.#ahead.document : null),
    );
    this.#tail = turn;
    await turn;
    void this.#lookAhead();
  }

  /** The document before or after another one, in the queue; null at its end. */
  async neighbour(direction: 'next' | 'previous', from: number | null): Promise<number | null> {
    const { number } = await this.#client.call('annotation.neighbour', {
      projectId: this.#projectId,
      filter: wholeQueue,
      from,
      direction,
    });
    return number;
  }

  situation(): Situation {
    return {
      text: this.document?.text ?? '',
      words: this.words,
      spans: this.document?.spans ?? [],
      suggestions: this.spanSuggestions,
      selection: this.selection,
      mark: this.mark,
      isFocused: this.focused !== null,
    };
  }

  walkTo(to: PlacedFocus | null): void {
    if (to === null) return;
    this.focused = { kind: to.kind, id: to.id };
    this.selection = { start: to.start, end: to.end, side: 'end' };
  }

  /** Moves the caret; a mark that was walked to is left. */
  select(selection: TextSelection | null): void {
    this.focused = null;
    this.selection = selection ?? this.selection;
  }

  /** Does what was decided; answering a suggestion leads to the next one. */
  async decide({ edits, focus }: Decision): Promise<void> {
    if (edits.length === 0) return;
    const isAnswer = edits.some(({ kind }) => kind === 'accept' || kind === 'reject');
    // The answer before is not shown yet: a second one would be to the same suggestion.
    if (isAnswer && this.waiting > 0) return;
    const from = this.marks.findIndex(({ id }) => id === this.mark?.id);
    const next = this.marks.slice(from + 1).find(({ kind }) => kind === 'suggestion');
    if (!(await this.ask(edits))) return;
    this.focused = focus;
    if (isAnswer && focus === null) this.walkTo(next ?? null);
  }

  /** Edits of the shown document as one action. Gives whether they are on the disk. */
  ask(edits: readonly AskedEdit[]): Promise<boolean> {
    const number = this.document?.number;
    if (this.document?.isLocked === true) return Promise.resolve(false);
    if (edits.length === 0 || number === undefined) return Promise.resolve(true);
    return this.#queue(() =>
      this.#client.call('annotation.edit', {
        projectId: this.#projectId,
        // Read when its turn has come: the action before has raised it.
        documents: [{ number, revision: this.#revisions.get(number) ?? 0, edits: [...edits] }],
      }),
    );
  }

  /** Edits of several documents as one action. */
  askAll(
    documents: readonly { number: number; revision: number; edits: readonly AskedEdit[] }[],
  ): Promise<boolean> {
    return this.#queue(() =>
      this.#client.call('annotation.edit', { projectId: this.#projectId, documents }),
    );
  }

  /**
   * Takes back the last action, or does it again, of whatever document it was. Gives the document to
   * be shown where the shown one was not changed, else null.
   */
  async turn(which: 'undo' | 'redo'): Promise<number | null> {
    let changed: readonly number[] = [];
    await this.#queue(async () => {
      const actionId = this.undoState[which];
      if (actionId === null) return null;
      const projectId = this.#projectId;
      const applied = await this.#client.call(`annotation.${which}`, { projectId, actionId });
      changed = applied.documents.map(({ number }) => number);
      return applied;
    });
    const shown = this.document?.number;
    return shown !== undefined && changed.includes(shown) ? null : (changed[0] ?? null);
  }

  /** As last heard, also of documents that were left while actions on them were under way. */
  // Nothing that is shown hangs on it.
  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  readonly #revisions = new Map<number, number>();

  async #queue(work: () => Promise<Applied | null>): Promise<boolean> {
    this.waiting += 1;
    const turn = this.#tail.then(async () => {
      const applied = await work();
      if (applied !== null) this.#take(applied);
    });
    // What fails must not hold up what was asked for after it.
    this.#tail = turn.catch(() => undefined);
    try {
      await turn;
      this.failure = null;
      return true;
    } catch (error) {
      this.failure = failureOf(error);
      // It changed elsewhere, or the other of two has done it meanwhile.
      const { code } = this.failure;
      if (code === 'annotation.outdated' || code === 'annotation.adjudicated') await this.#reload();
      return false;
    } finally {
      this.waiting -= 1;
    }
  }

  #take({ documents, undoState }: Applied): void {
    this.undoState = undoState;
    for (const change of documents) {
      this.#revisions.set(change.number, change.revision);
      if (change.number === this.document?.number) this.document = put(this.document, change);
      if (change.number === this.#ahead?.number) this.#ahead = null;
    }
  }

  async #reload(): Promise<void> {
    const number = this.document?.number;
    await this.loadProject();
    if (number !== undefined) await this.#fetch(number, null);
  }

  async #fetch(number: number, ahead: Promise<OpenedDocument> | null): Promise<void> {
    if (this.#wanted !== number) return;
    try {
      const ask = () =>
        this.#client.call('annotation.open', { projectId: this.#projectId, number });
      const document = await (ahead ?? ask());
      this.#revisions.set(number, document.revision);
      if (number !== this.document?.number) {
        this.focused = null;
        this.selection = null;
        this.failure = null;
      }
      this.document = document;
    } catch (error) {
      this.failure = failureOf(error);
      // It can be asked for again.
      this.#wanted = this.document?.number ?? null;
    }
  }

  async #lookAhead(): Promise<void> {
    try {
      const number = await this.neighbour('next', this.document?.number ?? null);
      if (number === null) return;
      this.#ahead = { number, document: this.#prefetch(number) };
    } catch {
      this.#ahead = null;
    }
    void this.#predictAhead();
  }

  #prefetch(number: number): Promise<OpenedDocument> {
    const document = this.#client.call('annotation.open', { projectId: this.#projectId, number });
    // Whoever goes there hears of a failure.
    document.catch(() => undefined);
    return document;
  }

  #isPredicting = false;

  /**
   * Asks the model about the shown document and the next ones, one after the other, and nobody waits: what
   * is shown gets its suggestions when they come, and the others have theirs when they are opened.
   */
  async #predictAhead(): Promise<void> {
    if (this.#isPredicting || this.#aheadModel() === null) return;
    this.#isPredicting = true;
    try {
      let number: number | null = this.document?.number ?? null;
      for (let place = 0; place <= predictedAhead && number !== null; place++) {
        await this.#predict(number);
        // Somebody may have gone on meanwhile: then from there.
        const shown: number | undefined = this.document?.number;
        if (shown !== undefined && !this.#predicted.has(shown) && this.#aheadModel() !== null) {
          [number, place] = [shown, -1];
        } else number = await this.neighbour('next', number);
      }
    } catch {
      // Suggestions are a help: what labels are asked for tells of a lost connection.
    }
    this.#isPredicting = false;
  }

  async #predict(number: number): Promise<void> {
    const modelId = this.#aheadModel();
    if (modelId === null || this.#predicted.has(number)) return;
    this.#predicted.add(number);
    const projectId = this.#projectId;
    const document = await this.#client.call('annotation.open', { projectId, number });
    const has = document.suggestions.some(({ from }) => from.by === 'model');
    // What was begun may have answers to suggestions: they are not asked for again.
    if (document.isBlind || document.revision > 0 || has) return;
    await this.#client.call('annotation.suggestPredicted', { projectId, number, modelId });
    if (this.#ahead?.number === number) this.#ahead = { number, document: this.#prefetch(number) };
    if (this.document?.number !== number) return;
    // After what was asked for before it: labels are not shown as they were before that.
    this.#tail = this.#tail.then(() => this.#fetch(number, null));
    await this.#tail;
  }
}

function put(document: OpenedDocument, change: WorkChange): OpenedDocument {
  const { takenSpans, putSpans, takenSuggestions, putSuggestions, ...plain } = change;
  return {
    ...document,
    ...plain,
    spans: exchange(document.spans, takenSpans, putSpans),
    suggestions: exchange<Suggestion>(document.suggestions, takenSuggestions, putSuggestions),
  };
}

function exchange<Value extends { readonly id: string }>(
  before: readonly Value[],
  taken: readonly string[],
  added: readonly Value[],
): Value[] {
  const gone = new Set([...taken, ...added.map(({ id }) => id)]);
  return [...before.filter(({ id }) => !gone.has(id)), ...added];
}
