import type {
  InspectedNote,
  Inspection,
  InspectionFilter,
  Proof,
} from '#core/screening/inspection/inspected.ts';
import { isProven } from '#core/screening/inspection/prove-release.ts';
import type { AskForInspection, InspectionView } from '../contract/screening-inspection.ts';

/** What is asked for; empty texts ask for nothing. */
export function filterOf({ patient, note, person, from, to }: AskForInspection): InspectionFilter {
  const all = { patient, note, person, from, to };
  const asked = Object.entries(all).map(([key, value]): [string, string] => [key, value.trim()]);
  return Object.fromEntries(asked.filter(([, value]) => value !== ''));
}

/** A page of what is kept, and the proof of all of it. */
export function viewInspection(
  { release, proof, page }: Inspection,
  { offset, limit }: Pick<AskForInspection, 'offset' | 'limit'>,
): Omit<InspectionView, 'release'> {
  const { notes, total } = page(offset, limit);
  return {
    modelHash: release.content.model.hash,
    preprocessing: release.content.preprocessing,
    proof: {
      isProven: isProven(proof),
      ...{ chain: proof.chain, release: proof.release, notes: proof.notes },
      batches: countStates(proof.batches),
      decisions: countStates(proof.decisions.values()),
    },
    total,
    notes: notes.map(viewNote),
  };
}

function viewNote({ note, outcome, screenedFor, correctedBy, proof, decisions }: InspectedNote) {
  const { id, noteId, version, patient, score, probability, threshold } = note;
  const { predictionSet, textHash, inputHash, atMs } = note;
  return {
    ...{ id, noteId, version, patient, outcome, score, probability, threshold },
    ...{ predictionSet, textHash, inputHash, atMs, screenedFor, correctedBy, proof },
    decisions: decisions.map(({ decision, ...rest }) => ({
      ...{ id: decision.id, kind: decision.kind, reason: decision.reason },
      ...{ remark: decision.remark, atMs: decision.atMs },
      ...rest,
    })),
  };
}

function countStates(proofs: Iterable<Proof>) {
  const counts = { proven: 0, changed: 0, unrecorded: 0 };
  for (const { state } of proofs) counts[state]++;
  return counts;
}
