import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isAnamnesisError } from '#core/base/error.ts';
import { openAnnotationProjectStore } from './annotation-projects.ts';
import type { AnnotationProjectStore } from './annotation-projects.ts';
import { openAnnotationQueue } from './annotation-queue.ts';
import type { AnnotationQueue } from './annotation-queue.ts';
import { openAnnotationSuggestionStore } from './annotation-suggestions.ts';
import type { AnnotationSuggestionStore } from './annotation-suggestions.ts';
import { openAnnotationWorkStore } from './annotation-works.ts';
import type { AnnotationWorkStore } from './annotation-works.ts';
import { openAuditLog } from './audit.ts';
import type { AuditLog } from './audit.ts';
import { backUp, type Backup } from './backup/back-up.ts';
import { openBlobStore } from './blobs.ts';
import type { BlobStore } from './blobs.ts';
import { compactDatabase } from './compact.ts';
import type { CompactedDatabase } from './compact.ts';
import { openCalibrationStore } from './calibrations.ts';
import type { CalibrationStore } from './calibrations.ts';
import { openCollectionStore, sweepCollections } from './collections.ts';
import type { CollectionStore } from './collections.ts';
import { openContaminationStore } from './contaminations.ts';
import type { ContaminationStore } from './contaminations.ts';
import { openCorpusStore, sweepCorpora } from './corpora.ts';
import type { CorpusStore } from './corpora.ts';
import { createDatabaseFile, openDatabase, refuseDatabase } from './database.ts';
import type { Sql } from './database.ts';
import { openDatasetStore } from './datasets.ts';
import type { DatasetStore } from './datasets.ts';
import { openDocumentImportStore } from './document-imports.ts';
import type { DocumentImportStore } from './document-imports.ts';
import { openDocumentQueries } from './document-queries.ts';
import type { DocumentQueries } from './document-queries.ts';
import { openDocumentStatistics } from './document-statistics.ts';
import type { DocumentStatistics } from './document-statistics.ts';
import { openDocumentStore } from './documents.ts';
import type { DocumentStore } from './documents.ts';
import { realFileSystem, renameForGood, writeNewFile } from './file-system.ts';
import { openInsightStore, type InsightStore } from './insights.ts';
import { checkIntegrity } from './integrity.ts';
import type { IntegrityReport } from './integrity.ts';
import { openKeptMappingStore } from './kept-mappings.ts';
import type { KeptMappingStore } from './kept-mappings.ts';
import { openLastTestStore, type LastTestStore } from './last-tests.ts';
import { openLabelCheckStore, type LabelCheckStore } from './label-checks.ts';
import { type FrozenQueries, openFrozenQueries } from './frozen-queries.ts';
import { openLabelledSetStore } from './labelled-sets.ts';
import type { LabelledSetStore } from './labelled-sets.ts';
import { migrate } from './migrate.ts';
import { allMigrations } from './migrations/all-migrations.ts';
import { openModelStore } from './models.ts';
import type { ModelStore } from './models.ts';
import { openJudgementStore, type JudgementStore } from './judgements.ts';
import { noticeHeader } from './header-generation.ts';
import { openPeople } from './people.ts';
import type { People } from './people.ts';
import { openPersonStore } from './persons.ts';
import type { PersonStore } from './persons.ts';
import { openRunChoiceStore } from './run-choices.ts';
import type { RunChoiceStore } from './run-choices.ts';
import { openRunStore } from './runs.ts';
import type { RunStore } from './runs.ts';
import { openScreenedNoteStore, type ScreenedNoteStore } from './screened-notes.ts';
import { openScreeningWorklists, type ScreeningWorklists } from './screening-worklists.ts';
import { openScreeningDecisionStore, type ScreeningDecisionStore } from './screening-decisions.ts';
import { openScreeningMonthStore, type ScreeningMonthStore } from './screening-months.ts';
import { openScreeningReleaseStore, type ScreeningReleaseStore } from './screening-releases.ts';
import { openScreeningSampleStore, type ScreeningSampleStore } from './screening-samples.ts';
import { openScreeningStore, type ScreeningStore } from './screenings.ts';
import type { StorageEnvironment } from './storage-context.ts';
import { explainStorageError } from './storage-errors.ts';
import { openScratchFile } from './scratch-file.ts';
import type { ScratchFile } from './scratch-file.ts';
import { openStudyStore } from './studies.ts';
import type { StudyStore } from './studies.ts';
import { openStudyQueue } from './study-queue.ts';
import type { StudyQueue } from './study-queue.ts';
import { sweepBlobs } from './sweep-blobs.ts';
import { openTrainingStateStore } from './training-states.ts';
import type { TrainingStateStore } from './training-states.ts';
import { lockForTrainer } from './trainer-lock.ts';
import type { TrainerLock } from './trainer-lock.ts';
import { requireWholePages } from './whole-pages.ts';
import { findLeftovers, workspaceFiles } from './workspace-files.ts';
import { formatHeader } from './workspace-header.ts';
import { defaultScrypt, deriveKey } from './workspace-key.ts';
import type { ScryptParameters } from './workspace-key.ts';
import { makeHeader, readHeader, unlockWorkspace } from './workspace-secret.ts';
import type { WorkspaceSecret } from './workspace-secret.ts';

/** Everything a hospital has in Anamnesis: one encrypted database and encrypted files beside it. */
export interface Workspace {
  readonly folder: string;
  readonly studies: StudyStore;
  readonly queue: StudyQueue;
  readonly runChoices: RunChoiceStore;
  readonly runs: RunStore;
  readonly corpora: CorpusStore;
  readonly datasets: DatasetStore;
  readonly collections: CollectionStore;
  readonly documents: DocumentStore;
  readonly documentQueries: DocumentQueries;
  readonly documentStatistics: DocumentStatistics;
  readonly documentImports: DocumentImportStore;
  readonly keptMappings: KeptMappingStore;
  readonly labelledSets: LabelledSetStore;
  readonly frozenQueries: FrozenQueries;
  readonly labelChecks: LabelCheckStore;
  readonly insights: InsightStore;
  readonly screeningReleases: ScreeningReleaseStore;
  readonly screenings: ScreeningStore;
  readonly screenedNotes: ScreenedNoteStore;
  readonly screeningDecisions: ScreeningDecisionStore;
  readonly screeningWorklists: ScreeningWorklists;
  readonly screeningMonths: ScreeningMonthStore;
  readonly screeningSamples: ScreeningSampleStore;
  readonly annotationProjects: AnnotationProjectStore;
  readonly annotationQueue: AnnotationQueue;
  readonly annotationSuggestions: AnnotationSuggestionStore;
  readonly annotationWorks: AnnotationWorkStore;
  readonly models: ModelStore;
  readonly blobs: BlobStore;
  readonly trainingStates: TrainingStateStore;
  /** A file for what does not fit into memory; it ends with this process. */
  openScratch(): ScratchFile;
  readonly calibrations: CalibrationStore;
  readonly contaminations: ContaminationStore;
  readonly judgements: JudgementStore;
  readonly lastTests: LastTestStore;
  readonly persons: PersonStore;
  readonly people: People;
  readonly audit: AuditLog;
  /** The clock by which entries are dated. */
  readonly nowMs: () => number;
  /** All of `work`, which must not be asynchronous, or, when it throws, nothing. */
  transaction<T>(work: () => T): T;
  /** For the one process that trains; throws "workspace.trainer-active". */
  lockForTrainer(): TrainerLock;
  /** Reads every page of the database: for a "doctor", not for every start. */
  checkIntegrity(): IntegrityReport;
  /** Copies all of it into one encrypted file, while others write; see `backUp`. */
  backUp(file: string): Promise<Backup>;
  /** Gives the room of what was removed from the database back to the disk, as far as it can. */
  compact(): CompactedDatabase;
  close(): void;
}

export interface NewWorkspace {
  readonly passphrase: string;
  /** What one guess at the passphrase costs; lower only in tests. */
  readonly scrypt?: ScryptParameters;
}

function assemble(
  folder: string,
  { sql, rawKey }: { readonly sql: Sql; readonly rawKey: Uint8Array },
  environment: Partial<StorageEnvironment>,
): Workspace {
  const nowMs = environment.nowMs ?? Date.now;
  const fileSystem = environment.fileSystem ?? realFileSystem;
  const audit = openAuditLog(sql, nowMs);
  const context = { sql, audit, nowMs };
  const persons = openPersonStore(context);
  const documentQueries = openDocumentQueries(context);
  const filesKey = deriveKey(rawKey, 'files');
  const blobFolder = join(folder, workspaceFiles.blobs);
  const blobs = openBlobStore({ ...context, folder: blobFolder, filesKey, fileSystem });
  return {
    folder,
    studies: openStudyStore(context),
    queue: openStudyQueue(context),
    runChoices: openRunChoiceStore(context),
    runs: openRunStore(context),
    corpora: openCorpusStore(context),
    datasets: openDatasetStore(context),
    collections: openCollectionStore(context),
    documents: openDocumentStore(context),
    documentQueries,
    documentStatistics: openDocumentStatistics(context, documentQueries),
    documentImports: openDocumentImportStore(context),
    keptMappings: openKeptMappingStore(context),
    labelledSets: openLabelledSetStore(context),
    frozenQueries: openFrozenQueries(context),
    labelChecks: openLabelCheckStore(context),
    insights: openInsightStore(context),
    screeningReleases: openScreeningReleaseStore(context),
    screenings: openScreeningStore(context),
    screenedNotes: openScreenedNoteStore(context),
    screeningDecisions: openScreeningDecisionStore(context),
    screeningWorklists: openScreeningWorklists(context),
    screeningMonths: openScreeningMonthStore(context),
    screeningSamples: openScreeningSampleStore(context),
    annotationProjects: openAnnotationProjectStore(context),
    annotationQueue: openAnnotationQueue(context),
    annotationSuggestions: openAnnotationSuggestionStore(context),
    annotationWorks: openAnnotationWorkStore(context),
    models: openModelStore(context),
    blobs,
    trainingStates: openTrainingStateStore(context, blobs),
    openScratch: () => openScratchFile(blobFolder),
    calibrations: openCalibrationStore(context),
    contaminations: openContaminationStore(context),
    judgements: openJudgementStore(context),
    lastTests: openLastTestStore(context),
    persons,
    people: openPeople({ ...context, folder, rawKey, persons, scrypt: environment.scrypt }),
    audit,
    nowMs,
    transaction: (work) => sql.transaction(work),
    lockForTrainer: () => lockForTrainer(context),
    checkIntegrity: () => checkIntegrity(context, blobFolder),
    compact: () => compactDatabase(sql),
    backUp: (file) =>
      backUp({ ...context, folder, blobs, databaseKey: deriveKey(rawKey, 'database') }, file),
    close() {
      sql.close();
      filesKey.fill(0);
    },
  };
}

/**
 * Makes a workspace in a new or empty folder, readable by its owner only. Its header gets its name
 * last: after a kill there is a whole workspace or none, and the next attempt begins anew. Throws
 * "workspace.exists", "workspace.disk-full" or "workspace.unwritable".
 */
export function createWorkspace(
  folder: string,
  { passphrase, scrypt = defaultScrypt }: NewWorkspace,
  environment: Partial<StorageEnvironment> = {},
): Workspace {
  const unfinished = join(folder, workspaceFiles.unfinishedHeader);
  const database = join(folder, workspaceFiles.database);
  try {
    const leftovers = findLeftovers(folder);
    const { header, rawKey } = makeHeader(passphrase, scrypt);
    for (const entry of leftovers) rmSync(join(folder, entry), { recursive: true });
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    chmodSync(folder, 0o700);
    writeNewFile(unfinished, formatHeader(header));
    mkdirSync(join(folder, workspaceFiles.blobs), { mode: 0o700 });
    createDatabaseFile(database);
    const sql = openDatabase(database, deriveKey(rawKey, 'database'));
    try {
      migrate(sql, allMigrations);
      const workspace = assemble(folder, { sql, rawKey }, environment);
      workspace.audit.append('workspace.created', { workspaceId: header.id });
      renameForGood(unfinished, join(folder, workspaceFiles.header));
      return workspace;
    } catch (error) {
      sql.close();
      throw error;
    }
  } catch (error) {
    throw explainStorageError(error, folder);
  }
}

/** Deletes what killed processes left. A full disk must not keep anybody from what is there. */
function sweep(sql: Sql, folder: string, nowMs: () => number): void {
  try {
    sweepBlobs(sql, join(folder, workspaceFiles.blobs), nowMs());
    sweepCorpora(sql, nowMs());
    sweepCollections(sql, nowMs());
  } catch (error) {
    const canWait = ['workspace.disk-full', 'workspace.disk-failed', 'workspace.busy'] as const;
    if (!canWait.some((code) => isAnamnesisError(error, code))) throw error;
  }
}

/**
 * Opens a workspace, brings it to the newest version and sweeps away what killed processes left.
 * Throws "workspace.missing", "workspace.header-damaged", "workspace.wrong-key",
 * "workspace.database-damaged", "workspace.too-new" or "workspace.unwritable".
 */
export function openWorkspace(
  folder: string,
  secret: WorkspaceSecret,
  environment: Partial<StorageEnvironment> = {},
): Workspace {
  const rawKey = unlockWorkspace(folder, secret);
  const database = join(folder, workspaceFiles.database);
  const sql = openDatabase(database, deriveKey(rawKey, 'database'));
  try {
    if (sql.pragma('user_version') === 0) refuseDatabase(database, 'an empty one');
    requireWholePages(sql, database);
    migrate(sql, allMigrations);
    sweep(sql, folder, environment.nowMs ?? Date.now);
    const workspace = assemble(folder, { sql, rawKey }, environment);
    noticeHeader(sql, workspace.audit, () => readHeader(folder));
    return workspace;
  } catch (error) {
    sql.close();
    throw explainStorageError(error, folder);
  }
}

export { isWorkspace } from './workspace-files.ts';
