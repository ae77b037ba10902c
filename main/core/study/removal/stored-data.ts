import { isAnamnesisError } from '#core/base/error.ts';
import type { Study } from '#core/domain/run.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { readSummary } from '#core/storage/run-summaries.ts';
import { findReading } from '../data/readings.ts';
import type { Plan } from '../plan/plan-schema.ts';
import { readPlan } from '../plan/read-plan.ts';
import { findRunsOfPlan } from '../results/runs-of-plan.ts';

/** The texts that studies bring into a workspace: those to pre-train on, and labelled ones. */
export type DataKind = 'corpus' | 'dataset';

/** One of them, as it lies in the workspace. */
export interface StoredData {
  readonly kind: DataKind;
  readonly id: string;
  /** By which the plan called it that brought it in. */
  readonly name: string;
  readonly hash: string;
  /** Lines of a corpus, notes or sentences of a labelled set. */
  readonly itemCount: number;
  readonly createdAtMs: number;
  /** Names of the studies whose results are of it; files that were changed leave one without. */
  readonly studies: readonly string[];
}

/** All of a workspace; the newest of each kind first. */
export function listStoredData(workspace: Workspace): StoredData[] {
  const readers = workspace.studies
    .list()
    .map((study) => ({ name: study.name, hashes: listHashesInUse(workspace, study) }));
  const describe = (
    kind: DataKind,
    entry: Pick<StoredData, 'id' | 'name' | 'createdAtMs'> & { readonly sourceHash: string },
    itemCount: number,
  ): StoredData => ({
    kind,
    id: entry.id,
    name: entry.name,
    hash: entry.sourceHash,
    itemCount,
    createdAtMs: entry.createdAtMs,
    studies: readers
      .filter(({ hashes }) => hashes.has(entry.sourceHash))
      .map(({ name }) => name)
      .sort(),
  });
  return [
    ...workspace.corpora.list().map((corpus) => describe('corpus', corpus, corpus.lineCount)),
    ...workspace.datasets.list().map((set) => describe('dataset', set, set.exampleCount)),
  ];
}

/** Hashes of all data that a study ever read, also before its files or its plan were changed. */
export function listHashesEverRead(workspace: Workspace, study: Study): Set<string> {
  return new Set([...listReadings(workspace, study), ...listHashesInUse(workspace, study)]);
}

function listReadings(workspace: Workspace, study: Study): Set<string> {
  const readings = workspace.audit
    .entriesOf(['study.data-read'])
    .filter(({ detail }) => detail.studyId === study.id)
    .map(({ detail }) => String(detail.hash));
  return new Set(readings);
}

/** Null for a plan that an earlier version took and this one refuses: its study can still go. */
function readPlanIfValid({ planJson, name }: Study): Plan | null {
  try {
    return readPlan(planJson, name);
  } catch (error) {
    if (isAnamnesisError(error)) return null;
    throw error;
  }
}

/** Of the data that the report of a study speaks of: what it read last, and what its runs had. */
function listHashesInUse(workspace: Workspace, study: Study): Set<string> {
  const plan = readPlanIfValid(study);
  // Without a plan nobody knows what it read last: all that it ever read counts.
  if (plan === null) return listReadings(workspace, study);
  const read = (of: 'corpus' | 'task', names: readonly string[]) =>
    names.map((name) => findReading(workspace, { studyId: study.id, of, name }));
  const ofRuns = findRunsOfPlan(workspace, study.id, plan).flatMap((run) => [
    ...Object.values(readSummary(workspace, run, 'pretraining')?.corpusHashes ?? {}),
    readSummary(workspace, run, 'fine-tuning')?.datasetHash,
  ]);
  const hashes = [
    ...read('corpus', Object.keys(plan.corpora)),
    ...read('task', Object.keys(plan.tasks)),
    ...ofRuns,
  ];
  return new Set(hashes.filter((hash) => hash !== undefined));
}
