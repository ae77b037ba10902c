import type { Failure } from '#contract/failure.ts';
import type {
  DecisionKind,
  DisagreementReason,
  WorklistFilter,
} from '#contract/screening-choices.ts';
import type {
  ScreenedPatientView,
  ScreeningReleaseView,
  WorklistEntryView,
  WorklistView,
} from '#contract/screening.ts';
import { failureOf, type Client } from '../client/client.ts';

/** Patients that are asked for at once. */
const pageSize = 50;

/**
 * The patients of a release, one of whom is open. Who was decided on stays in the list until it is asked for
 * anew, so that nothing moves under the eyes.
 */
export class WorklistDesk {
  release = $state.raw<ScreeningReleaseView | null>(null);
  entries = $state.raw<readonly WorklistEntryView[]>([]);
  counts = $state.raw<WorklistView['counts'] | null>(null);
  total = $state(0);
  filter = $state<WorklistFilter>('open');
  patient = $state.raw<ScreenedPatientView | null>(null);
  failure = $state.raw<Failure | null>(null);
  isBusy = $state(false);
  readonly #client: Client;
  readonly #releaseId: number;
  /** Answers that come after a later question are passed over. */
  #question = 0;

  constructor(client: Client, releaseId: number) {
    this.#client = client;
    this.#releaseId = releaseId;
  }

  /** Place of the open patient in the list; −1 where they are not in it. */
  get at(): number {
    const subject = this.patient?.entry.subject;
    return this.entries.findIndex((each) => each.subject === subject);
  }

  /** Shows the patients of a filter, and opens the first. */
  async show(filter: WorklistFilter): Promise<void> {
    await this.#try(async () => {
      const page = await this.#ask(filter, 0);
      this.filter = filter;
      this.entries = page.entries;
      this.release = page.release;
      await this.#open(page.entries.at(0)?.subject ?? null);
    });
  }

  async more(): Promise<void> {
    await this.#try(async () => {
      const { entries } = await this.#ask(this.filter, this.entries.length);
      const isNew = ({ subject }: WorklistEntryView) =>
        !this.entries.some((each) => each.subject === subject);
      this.entries = [...this.entries, ...entries.filter(isNew)];
    });
  }

  async open(subject: string): Promise<void> {
    await this.#try(() => this.#open(subject));
  }

  /** The next patient or the one before; at the end of the list nothing. */
  async step(by: 1 | -1): Promise<void> {
    const next = this.entries.at(Math.max(0, this.at + by));
    if (next !== undefined && next.subject !== this.patient?.entry.subject) {
      await this.open(next.subject);
    }
  }

  /** Keeps a decision on the open patient and goes on to the next; returns whether it was kept. */
  async decide(
    kind: DecisionKind,
    { reason, remark }: { readonly reason: DisagreementReason | null; readonly remark: string },
  ): Promise<boolean> {
    const subject = this.patient?.entry.subject;
    if (subject === undefined || this.isBusy) return false;
    return this.#try(async () => {
      const { at } = this;
      const of = { releaseId: this.#releaseId, subject };
      await this.#client.call('screening.decide', { ...of, kind, reason, remark });
      const { entry } = await this.#client.call('screening.patient', of);
      this.entries = this.entries.map((each) => (each.subject === subject ? entry : each));
      const { counts } = await this.#client.call('screening.worklist', {
        ...{ releaseId: this.#releaseId, filter: this.filter, offset: 0, limit: 1 },
      });
      this.counts = counts;
      await this.#open(this.entries.at(at + 1)?.subject ?? subject);
    });
  }

  async #ask(filter: WorklistFilter, offset: number): Promise<WorklistView> {
    const page = await this.#client.call('screening.worklist', {
      ...{ releaseId: this.#releaseId, filter, offset, limit: pageSize },
    });
    this.counts = page.counts;
    this.total = page.total;
    return page;
  }

  async #open(subject: string | null): Promise<void> {
    const question = ++this.#question;
    const patient =
      subject === null
        ? null
        : await this.#client.call('screening.patient', { releaseId: this.#releaseId, subject });
    if (question === this.#question) this.patient = patient;
  }

  async #try(work: () => Promise<void>): Promise<boolean> {
    this.isBusy = true;
    try {
      await work();
      this.failure = null;
      return true;
    } catch (error) {
      this.failure = failureOf(error);
      return false;
    } finally {
      this.isBusy = false;
    }
  }
}
