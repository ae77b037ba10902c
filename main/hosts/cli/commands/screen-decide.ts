import { Option, type Command } from 'commander';
import { AnamnesisError } from '#core/base/error.ts';
import {
  decisionKinds,
  disagreementReasons,
  type DecisionKind,
  type DisagreementReason,
} from '#core/domain/screening-decision.ts';
import type { ScreenedNote } from '#core/domain/screening.ts';
import { findRelease } from '#core/screening/release/find-release.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { outputOf } from '../output.ts';
import { readCount } from '../read-count.ts';
import { addWorkspaceOptions, withWorkspace, type WorkspaceOptions } from '../workspace-options.ts';

interface DecideFlags extends WorkspaceOptions {
  readonly patient?: string;
  readonly note?: string;
  readonly reason?: DisagreementReason;
  readonly remark: string;
}

export function addScreenDecide(screen: Command, program: Command): void {
  addWorkspaceOptions(
    screen
      .command('decide')
      .description('keep what you decided of a patient; a later decision counts, none is removed')
      .argument('<release>', 'its name, or its number in "screen list"')
      .argument('<decision>', decisionKinds.join(', '))
      .addOption(new Option('--patient <id>', 'who it is about').conflicts('note'))
      .option('--note <number>', 'of a screened note, where its patient is not known')
      .addOption(
        new Option('--reason <reason>', 'of a disagreement').choices([...disagreementReasons]),
      )
      .option('--remark <text>', 'kept encrypted, and nowhere else', ''),
  ).action((named: string, kind: string, flags: DecideFlags) =>
    withWorkspace(flags, (workspace) => {
      const release = findRelease(workspace, named);
      const notes = findNotes(workspace, release.id, flags);
      const [{ subject, patient }] = notes;
      const decided = workspace.screeningDecisions.append({
        ...{ releaseId: release.id, subject, patient, notes: notes.map(({ id }) => id) },
        ...{ kind: requireKind(kind), reason: flags.reason ?? null, remark: flags.remark },
      });
      outputOf(program).result(`kept: ${decided.kind}, decision ${decided.id}`, decided);
    }),
  );
}

function requireKind(kind: string): DecisionKind {
  const known = decisionKinds.find((each) => each === kind);
  if (known !== undefined) return known;
  throw new AnamnesisError('api.invalid-input', {
    expected: `one of ${decisionKinds.join(', ')}`,
    found: kind,
    remedy: 'Choose one of them.',
  });
}

/** All screened notes of whom a decision is about. @throws record.missing */
function findNotes(
  { screenedNotes }: Workspace,
  releaseId: number,
  { patient, note }: DecideFlags,
): ScreenedNote[] {
  const subject =
    note === undefined
      ? `patient ${patient ?? ''}`
      : screenedNotes.get(readCount('note', note)).subject;
  const notes = screenedNotes.ofSubject(releaseId, subject);
  if (notes.length > 0) return notes;
  throw new AnamnesisError('record.missing', {
    expected: 'a patient or note that this release has screened',
    found: 'none',
    remedy: 'Name the patient with --patient as the notes have it, or a note with --note.',
  });
}
