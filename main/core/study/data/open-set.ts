import { flattenDocument } from '#core/collection/sets/flatten-set.ts';
import { type DocumentGroups, groupDocuments } from '#core/collection/sets/group-documents.ts';
import { isLocked } from '#core/collection/sets/lock-sets.ts';
import { readSet } from '#core/collection/sets/read-set.ts';
import type { Report } from '#core/import/collect-reading.ts';
import type { DatasetExamples, DatasetKind } from '#core/storage/datasets.ts';
import { hashJson } from '#core/storage/hash-json.ts';
import type { LabelledSetVersion } from '#core/storage/labelled-sets.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import type { StoredDocument } from '#core/storage/documents.ts';
import { LockedTally, type LockedTexts } from '#core/collection/locked-texts.ts';
import type { SetPlan } from '../plan/plan-schema.ts';
import { lockedFacts } from './dataset-record.ts';
import type { SetTask } from './file-task.ts';
import { labelChoiceOf } from './choose-labels.ts';
import { readSetVersions, type SetVersion } from './readings.ts';
import type { TaskSource } from './task-source.ts';

/**
 * The version that a study reads of a set: the one that its plan names, else the one that it read
 * first, else the newest. @throws record.missing
 */
export function findVersion(
  workspace: Workspace,
  { set, version }: Pick<SetPlan, 'set' | 'version'>,
  studyId: string | null,
): LabelledSetVersion {
  const { labelledSets } = workspace;
  if (version !== undefined) return labelledSets.get(set, version);
  const read = studyId === null ? [] : readSetVersions(workspace, studyId);
  const all = labelledSets.list().filter(({ name }) => name === set);
  // A set that was removed and made anew may have another first version.
  const pinned = read.find((each) => each.set === set);
  const same = all.find((each) => each.version === pinned?.version && each.hash === pinned.setHash);
  return same ?? labelledSets.get(set);
}

/** Which version is read, and that there is a newer one where there is. */
export function describeVersion(workspace: Workspace, { set, version }: SetVersion): string {
  const newest = workspace.labelledSets.get(set).version;
  const newer = newest === version ? '' : `, of which the newest is ${newest}`;
  return `set ${set} version ${version}${newer}`;
}

/** That a version was locked as a test set and is used all the same; null for most. */
export function describeOpened(
  workspace: Workspace,
  { set, version, setHash }: SetVersion,
): string | null {
  return isLocked(workspace, { hash: setHash })
    ? `Set ${set} version ${version} was locked as a test set: it is opened by this, which the audit log keeps, and a test on it is no test on new text any more.`
    : null;
}

/** Of a version and of how it is read. */
export function hashSet(plan: SetTask, { hash: set }: LabelledSetVersion): string {
  const { nearDuplicates } = plan.data;
  return hashJson({
    ...{ set, kind: plan.kind, nearDuplicates },
    ...(plan.kind === 'multi-label' ? { unlabelled: plan.unlabelled } : {}),
    // Read along only where they are needed: data of plans without them stay what they were.
    ...(plan.foldsBy === 'time' ? { dates: true } : {}),
    ...labelChoiceOf(plan),
  });
}

/** A frozen version as the source of a task, without what is locked; its documents are read when they are asked for. */
export function openSet(
  workspace: Workspace,
  plan: SetTask,
  { frozen, locked = null }: { frozen: LabelledSetVersion; locked?: LockedTexts | null },
): TaskSource {
  const { nearDuplicates } = plan.data;
  const keepUnlabelled = plan.kind === 'multi-label' && plan.unlabelled === 'no-label';
  let documentCount = 0;
  let groups: DocumentGroups | null = null;
  const met = new LockedTally(locked);

  function* admitted(): Generator<StoredDocument> {
    for (const document of readSet(workspace, frozen)) {
      const { text, patient } = document;
      if (met.admits({ text, patient, document })) yield document;
    }
  }

  function* read<Kind extends DatasetKind>(
    kind: Kind,
    nameType: (type: string) => string | null,
    report: Report,
  ): Generator<DatasetExamples[Kind]> {
    // Only once: what is locked is looked for, and groups are made, while they are not known.
    groups ??= groupDocuments(admitted(), { nearDuplicates });
    documentCount = 0;
    for (const document of readSet(workspace, frozen)) {
      const patient = groups.groupOf.get(document.number);
      if (patient === undefined) continue;
      const { items, problems } = flattenDocument({ ...document, patient }, kind, {
        nameType,
        keepUnlabelled,
      });
      for (const problem of problems) report(problem);
      if (items.length > 0) documentCount++;
      const { date } = document;
      yield* plan.foldsBy === 'time' ? items.map((item) => ({ ...item, date })) : items;
    }
  }

  return {
    label: `set ${frozen.name} version ${frozen.version}`,
    *readNotes(chooser, report) {
      const told: Report = (problem) => {
        report(chooser.nameProblem(problem));
      };
      for (const note of read('labelled-notes', (type) => type, told)) {
        const label = chooser.choose(note.label);
        if (label !== null) yield { ...note, label };
      }
    },
    *readLabelSets(chooser, report) {
      for (const note of read('multi-label-notes', (type) => type, report)) {
        yield { ...note, labels: chooser.chooseAll(note.labels) };
      }
    },
    readSentences: (chooser, report) =>
      read('tagged-sentences', (type) => chooser.choose(type), report),
    facts: () => ({
      kept: { document: documentCount },
      joined: { documents: groups?.joinedDocuments ?? 0, groups: groups?.joinedGroups ?? 0 },
      ...lockedFacts(met.counts, 'documents'),
    }),
  };
}
