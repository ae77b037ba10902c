import { AnamnesisError } from '#core/base/error.ts';
import type { NewScreeningDecision, ScreeningDecision } from '#core/domain/screening-decision.ts';
import { say } from '#core/wording/say.ts';
import { actingPerson } from './acting-person.ts';
import { hashJson } from './hash-json.ts';
import { requireRecord } from './refusals.ts';
import type { StorageContext } from './storage-context.ts';

/** What people decided of patients on worklists. It only grows. */
export interface ScreeningDecisionStore {
  /**
   * Throws "record.missing" for a note that the release has no word on, and
   * "screening.decision-incomplete" for a disagreement without a reason, or a reason of anything else.
   */
  append(decision: NewScreeningDecision): ScreeningDecision;
  /** Of a release, or of one subject of it, the oldest first. */
  list(releaseId: number, subject?: string): ScreeningDecision[];
}

type DecisionRow = Omit<ScreeningDecision, 'notes'> & { readonly notesJson: string };

const select = `SELECT id, release_id AS releaseId, subject, patient, notes_json AS notesJson, kind,
  reason, remark, person, at_ms AS atMs FROM screening_decisions`;

function toDecision({ notesJson, ...row }: DecisionRow): ScreeningDecision {
  return { ...row, notes: JSON.parse(notesJson) as number[] };
}

export function openScreeningDecisionStore({
  sql,
  audit,
  nowMs,
}: StorageContext): ScreeningDecisionStore {
  return {
    append: (decision) =>
      sql.transaction(() => {
        const { releaseId, subject, patient, notes, kind, reason, remark } = decision;
        if ((kind === 'disagree') !== (reason !== null)) refuseReason();
        for (const id of notes) {
          const row = sql.get(
            `SELECT 1 FROM screened_notes
               WHERE id = @id AND release_id = @releaseId AND subject = @subject`,
            { id, releaseId, subject },
          );
          requireRecord(row, 'screened note of this patient', String(id));
        }
        const id = sql.insert(
          `INSERT INTO screening_decisions (release_id, subject, patient, notes_json, kind, reason,
             remark, person, at_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
          [
            releaseId,
            subject,
            patient,
            JSON.stringify(notes),
            kind,
            reason,
            remark,
            actingPerson() ?? null,
            nowMs(),
          ],
        );
        const row = sql.get(`${select} WHERE id = @id`, { id }) as DecisionRow;
        const decided = toDecision(row);
        audit.append('screening.decided', {
          ...{ decision: id, release: releaseId, notes: notes.length, kind, reason },
          hash: hashJson(decided),
        });
        return decided;
      }),

    list: (releaseId, subject) =>
      (
        sql.all(
          `${select} WHERE release_id = @releaseId AND (@subject IS NULL OR subject = @subject)
             ORDER BY id`,
          { releaseId, subject: subject ?? null },
        ) as DecisionRow[]
      ).map(toDecision),
  };
}

function refuseReason(): never {
  throw new AnamnesisError('screening.decision-incomplete', {
    expected: say('screening', 'reasonOfDisagreement'),
    found: say('screening', 'reasonMissingOrTooMany'),
    remedy: say('screening', 'giveReason'),
  });
}
