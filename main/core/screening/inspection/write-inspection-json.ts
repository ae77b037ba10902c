import type { AuditLog } from '#core/storage/audit.ts';
import type { InspectedNote, Inspection } from './inspected.ts';

/** How whoever has the file computes its hashes anew, without this program. */
const rules = {
  json: 'Canonical JSON: keys sorted by their UTF-16 units, no white space, numbers as ECMAScript writes them, UTF-8.',
  release: 'SHA-256 of the canonical JSON of release.content.',
  batch:
    'SHA-256 of the canonical JSON of the list of "said" of all notes whose "said.id" lies between "first" and "last", in their order. It needs all of them: a file that is not whole lacks some.',
  decision: 'SHA-256 of the canonical JSON of "decided".',
  audit:
    'SHA-256 of the canonical JSON of {action, atMs, detailJson, position, previousHash}, detailJson as a string; the first previousHash is 64 zeros. "hash" in detailJson is that of the batch or the decision, "content" that of the release.',
};

/**
 * All that is kept of a release as pieces of one JSON file, with the audit log from its first entry on,
 * so that everything in it can be proven without this program. Decisions hold their remarks, which may
 * quote a note: they are part of what was hashed.
 */
export function* writeInspectionJson(
  { release, releasedBy, proof, notes }: Inspection,
  { isWhole, audit }: { readonly isWhole: boolean; readonly audit: Pick<AuditLog, 'records'> },
): Generator<string> {
  const head = {
    formatVersion: 1,
    isWhole,
    rules,
    release: { ...release, releasedBy, proof: proof.release },
    chain: proof.chain,
    noteCount: proof.notes,
    batches: proof.batches,
  };
  yield `${JSON.stringify(head).slice(0, -1)},\n"notes":`;
  yield* list(notes, toNote);
  yield ',\n"decisions":';
  yield* list(decisionsOf(notes), ({ decision, ...rest }) => ({ decided: decision, ...rest }));
  yield ',\n"audit":';
  yield* list(audit.records(), (record) => record);
  yield '}\n';
}

/** The number of the document is not part of what was hashed: it goes when the document goes. */
function toNote({ note, decisions, ...rest }: InspectedNote) {
  const { number, ...said } = note;
  return {
    said,
    document: number,
    ...rest,
    decisions: decisions.map(({ decision }) => decision.id),
  };
}

/** Each once, however many notes it has seen. */
function* decisionsOf(notes: Iterable<InspectedNote>) {
  const told = new Set<number>();
  for (const { decisions } of notes) {
    for (const each of decisions) {
      if (told.has(each.decision.id)) continue;
      told.add(each.decision.id);
      yield each;
    }
  }
}

function* list<Value>(
  values: Iterable<Value>,
  toJson: (value: Value) => unknown,
): Generator<string> {
  let before = '[';
  for (const value of values) {
    yield `${before}\n${JSON.stringify(toJson(value))}`;
    before = ',';
  }
  yield before === '[' ? '[]' : '\n]';
}
