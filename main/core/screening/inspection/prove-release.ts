import type { ScreeningDecision } from '#core/domain/screening-decision.ts';
import type { ScreeningRelease } from '#core/domain/screening-release.ts';
import type { AuditEntry } from '#core/storage/audit.ts';
import { hashJson } from '#core/storage/hash-json.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import type { Proof, ProvenBatch, ReleaseProof } from './inspected.ts';

const unrecorded: Proof = { state: 'unrecorded', position: null, hash: null };

/**
 * Computes the hash of all that was kept of a release anew, holds it against the entries of the audit
 * log, and walks the chain of the whole log: an entry after a break proves nothing.
 */
export function proveRelease(workspace: Workspace, release: ScreeningRelease): ReleaseProof {
  const { audit, screenings, screenedNotes, screeningDecisions } = workspace;
  const { entryCount, headHash, broken } = audit.verify();
  const soundBefore = broken?.position ?? Infinity;
  const prove = ({ position }: AuditEntry, kept: unknown, found: string | null): Proof => {
    const isSound = position < soundBefore && kept === found;
    return { state: isSound ? 'proven' : 'changed', position, hash: String(kept) };
  };
  const ofRelease = (action: 'screening.released' | 'screening.decided') =>
    audit.entriesOf([action]).filter(({ detail }) => detail.release === release.id);
  const screeningIds = new Set(screenings.list(release.id).map(({ id }) => id));
  const released = ofRelease('screening.released').at(0);
  const scored = audit
    .entriesOf(['screening.scored'])
    .filter(({ detail }) => screeningIds.has(Number(detail.screening)));
  return {
    release:
      released === undefined
        ? unrecorded
        : prove(released, released.detail.content, hashJson(release.content)),
    batches: scored.map((entry): ProvenBatch => {
      const [first, last] = [Number(entry.detail.first), Number(entry.detail.last)];
      const proof = prove(entry, entry.detail.hash, screenedNotes.hash(first, last));
      return { ...proof, screening: Number(entry.detail.screening), first, last };
    }),
    notes: {
      kept: screenedNotes.count(release.id),
      recorded: scored.reduce((sum, { detail }) => sum + Number(detail.notes), 0),
    },
    decisions: proveDecisions(
      screeningDecisions.list(release.id),
      ofRelease('screening.decided'),
      prove,
    ),
    chain: { entryCount, headHash, brokenAt: broken?.position ?? null },
  };
}

function proveDecisions(
  decisions: readonly ScreeningDecision[],
  entries: readonly AuditEntry[],
  prove: (entry: AuditEntry, kept: unknown, found: string | null) => Proof,
): ReadonlyMap<number, Proof> {
  const there = new Map(decisions.map((decision) => [decision.id, decision]));
  const recorded = entries.map((entry): [number, Proof] => {
    const decision = there.get(Number(entry.detail.decision));
    const found = decision === undefined ? null : hashJson(decision);
    return [Number(entry.detail.decision), prove(entry, entry.detail.hash, found)];
  });
  return new Map([...decisions.map(({ id }): [number, Proof] => [id, unrecorded]), ...recorded]);
}

/** How a note is proven: by the batch with which it was kept. */
export function proofOfNote({ batches }: ReleaseProof, id: number): Proof {
  let [low, high] = [0, batches.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (batches[middle].last < id) low = middle + 1;
    else high = middle;
  }
  const found = batches.at(low);
  if (found === undefined || id < found.first) return unrecorded;
  const { state, position, hash } = found;
  return { state, position, hash };
}

/** Whether all of it is as it was kept, and nothing is there that no entry knows. */
export function isProven({ release, batches, notes, decisions, chain }: ReleaseProof): boolean {
  return (
    chain.brokenAt === null &&
    notes.kept === notes.recorded &&
    [release, ...batches, ...decisions.values()].every(({ state }) => state === 'proven')
  );
}
