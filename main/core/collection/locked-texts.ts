import type { Phrase } from '#core/base/phrase.ts';
import { say } from '#core/wording/say.ts';
import { ShingleIndex } from '#core/corpus/near-duplicates/shingle-index.ts';
import { hashJson } from '#core/storage/hash-json.ts';

/** What may be met of a locked test set: as much of it as is known. */
interface MetText {
  readonly text: string;
  /** Whose text it is. */
  readonly patient?: string | null;
  /** Of the workspace, whichever version of it. */
  readonly document?: { readonly collectionId: number; readonly id: string };
}

/** Why a text is not read: it is a document of a locked set, of a patient of one, or like one. */
type LockReason = 'document' | 'patient' | 'text';

/** What was left out for locked test sets, each text by the first reason that holds. */
export type LockedCounts = Readonly<Record<LockReason, number>>;

/** How one document of a collection is told from another. */
const keyOf = ({ collectionId, id }: { readonly collectionId: number; readonly id: string }) =>
  `${collectionId}\0${id}`;

/**
 * The documents of locked test sets, which nothing that is trained may meet: they themselves, their
 * patients' other texts, and what is nearly the same, also a part of one (docs/duplicates.md).
 */
export class LockedTexts {
  /** Of the versions: what is read beside other locked sets is other data. */
  readonly hash: string;
  readonly #documents = new Set<string>();
  readonly #patients = new Set<string>();
  readonly #texts = new ShingleIndex();

  constructor(
    hash: string,
    documents: Iterable<{
      readonly collectionId: number;
      readonly id: string;
      readonly patient: string | null;
      readonly text: string;
    }>,
  ) {
    this.hash = hash;
    for (const document of documents) {
      this.#documents.add(keyOf(document));
      if (document.patient !== null) this.#patients.add(document.patient);
      this.#texts.add(document.text);
    }
  }

  /** Why a text must not be met; null where it may. */
  reasonAgainst({ text, patient = null, document }: MetText): LockReason | null {
    if (document !== undefined && this.#documents.has(keyOf(document))) return 'document';
    if (patient !== null && this.#patients.has(patient)) return 'patient';
    return this.#texts.hasNearDuplicate(text) ? 'text' : null;
  }
}

/** Lets texts pass that no locked set stands against, and counts the others. */
export class LockedTally {
  readonly #locked: LockedTexts | null;
  readonly #counts = { document: 0, patient: 0, text: 0 };

  constructor(locked: LockedTexts | null) {
    this.#locked = locked;
  }

  /** Null without a locked set. */
  get counts(): LockedCounts | null {
    return this.#locked === null ? null : { ...this.#counts };
  }

  admits(met: MetText, count = 1): boolean {
    const reason = this.#locked?.reasonAgainst(met) ?? null;
    if (reason === null) return true;
    this.#counts[reason] += count;
    return false;
  }
}

/** Of data and of the locked sets beside which it is read; without one, of the data as ever. */
export function hashBeside(hash: string, locked: Pick<LockedTexts, 'hash'> | null): string {
  return locked === null ? hash : hashJson({ data: hash, locked: locked.hash });
}

const meanings = {
  document: 'lockedDocument',
  patient: 'lockedPatient',
  text: 'lockedText',
} as const satisfies Record<LockReason, string>;

/** What was left out for locked sets, in a sentence; none where that is nothing. */
export function describeLocked(counts: LockedCounts | null, units: string): Phrase[] {
  const parts = Object.entries(counts ?? {})
    .filter(([, count]) => count > 0)
    .map(([reason, count]) => say('warnings', meanings[reason as LockReason], count));
  if (parts.length === 0) return [];
  return [say('warnings', 'lockedOut', units, say('common', 'commas', parts))];
}
