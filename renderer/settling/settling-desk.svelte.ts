import type { Decided, DifferencesView } from '#contract/annotation-settling.ts';
import type { Failure } from '#contract/failure.ts';
import { failureOf, type Client } from '../client/client.ts';
import type { Verdict } from './settling-keys.ts';

type Conflict = DifferencesView['conflicts'][number];

/**
 * The differences of two persons on one document, decided one by one: each decision is sent after the
 * one before it, and shown when it is on the disk.
 */
export class SettlingDesk {
  view = $state.raw<DifferencesView | null>(null);
  /** The conflict that keys decide. */
  at = $state(0);
  failure = $state.raw<Failure | null>(null);
  /** Decisions that are not on the disk yet. */
  waiting = $state(0);
  readonly current: Conflict | null = $derived(this.view?.conflicts[this.at] ?? null);
  readonly decidedCount = $derived(
    this.view?.conflicts.filter(({ decision }) => decision !== null).length ?? 0,
  );
  /** What undo and redo would do: only to what was decided here, for others of the person are labels. */
  canUndo = $state(false);
  canRedo = $state(false);
  readonly #client: Client;
  readonly #projectId: number;
  readonly #number: number;
  #undoState: Decided['undoState'] = { undo: null, redo: null };
  /** Actions that were decisions on this document since it was opened. */
  #own: readonly number[] = [];
  #tail: Promise<unknown> = Promise.resolve();

  constructor(client: Client, { projectId, number }: { projectId: number; number: number }) {
    this.#client = client;
    this.#projectId = projectId;
    this.#number = number;
  }

  async open(): Promise<void> {
    await this.#queue(async () => {
      await this.#load();
      this.#walkToOpen(-1);
    });
  }

  walk(by: 1 | -1): void {
    const count = this.view?.conflicts.length ?? 0;
    this.at = Math.max(0, Math.min(count - 1, this.at + by));
  }

  /** Decides the current conflict, or opens it again, and walks to the next that is open. */
  async decide(decision: Verdict | null): Promise<void> {
    const { current, at } = this;
    // The decision before has not moved on to the next conflict yet.
    if (current === null || this.waiting > 0) return;
    if (decision === 'both' && !current.allowsBoth) return;
    await this.#queue(async () => {
      const { view } = this;
      if (view === null) return;
      const decided = await this.#client.call('annotation.decide', {
        projectId: this.#projectId,
        number: this.#number,
        revision: view.revision,
        conflictId: current.id,
        decision,
      });
      const isNew = decided.undoState.undo !== this.#undoState.undo;
      if (isNew && decided.undoState.undo !== null) {
        this.#own = [...this.#own, decided.undoState.undo];
      }
      this.#takeSteps(decided.undoState);
      this.view = {
        ...view,
        revision: decided.revision,
        isSettled: decided.isSettled,
        conflicts: view.conflicts.map((each) =>
          each.id === current.id ? { ...each, decision } : each,
        ),
      };
      if (decision !== null) this.#walkToOpen(at);
    });
  }

  async turn(which: 'undo' | 'redo'): Promise<void> {
    if (!(which === 'undo' ? this.canUndo : this.canRedo)) return;
    await this.#queue(async () => {
      const actionId = this.#undoState[which];
      if (actionId === null) return;
      const projectId = this.#projectId;
      const { undoState } = await this.#client.call(`annotation.${which}`, { projectId, actionId });
      const before = this.view?.conflicts ?? [];
      await this.#load();
      const changed = this.view?.conflicts.findIndex(
        ({ id, decision }) => before.find((each) => each.id === id)?.decision !== decision,
      );
      if (changed !== undefined && changed !== -1) this.at = changed;
      this.#takeSteps(undoState);
    });
  }

  #takeSteps(undoState: Decided['undoState']): void {
    this.#undoState = undoState;
    this.canUndo = undoState.undo !== null && this.#own.includes(undoState.undo);
    this.canRedo = undoState.redo !== null && this.#own.includes(undoState.redo);
  }

  /** The next open conflict after one, else the first. */
  #walkToOpen(from: number): void {
    const conflicts = this.view?.conflicts ?? [];
    const open = conflicts.flatMap(({ decision }, index) => (decision === null ? [index] : []));
    this.at = open.find((index) => index > from) ?? open.at(0) ?? this.at;
  }

  async #load(): Promise<void> {
    this.view = await this.#client.call('annotation.differences', {
      projectId: this.#projectId,
      number: this.#number,
    });
  }

  async #queue(work: () => Promise<void>): Promise<void> {
    this.waiting += 1;
    const turn = this.#tail.then(work);
    this.#tail = turn.catch(() => undefined);
    try {
      await turn;
      this.failure = null;
    } catch (error) {
      this.failure = failureOf(error);
      if (this.failure.code === 'annotation.outdated') {
        // Somebody else decided meanwhile: what they did is shown, with the reason.
        await this.#load().catch(() => undefined);
      }
    } finally {
      this.waiting -= 1;
    }
  }
}
