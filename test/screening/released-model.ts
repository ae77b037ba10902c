import type { ScreeningRelease } from '#core/domain/screening-release.ts';
import type { ScreeningRule } from '#core/domain/screening-rule.ts';
import type { StoredDocument } from '#core/storage/documents.ts';
import type { StorageEnvironment } from '#core/storage/storage-context.ts';
import { storeModel } from '#core/library/stored-model.ts';
import { createOnnxCpuRuntime } from '#core/runtime/onnx-cpu.ts';
import { releaseModel, type ReleaseDecision } from '#core/screening/release/release-model.ts';
import { putDocuments } from '#core/storage/testing/screened-documents.ts';
import { newWorkspace } from '#core/storage/testing/temporary-workspace.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { makeMicroModel } from '../fixtures/exported-model/micro-model.ts';

export const screeningModel = 'study/notes/base/final';
export const openRuntime = () => Promise.resolve(createOnnxCpuRuntime({ threads: 1 }));

const share = { value: 0.9, lower: 0.8, upper: 1 };
export const screeningRule: ScreeningRule = {
  ...{ label: 'yes', notes: 200, positives: 70, groups: 90, folds: 5 },
  calibrator: { kind: 'platt', slope: 0.5, intercept: 0 },
  wanted: { sensitivity: 0.95, confidence: 0.95 },
  threshold: {
    ...{ probability: 0.4, sensitivityBound: 0.95, sensitivity: share, specificity: share },
    ...{ ppv: null, npv: null, alertsPerThousand: null },
  },
  ...{ neededPositives: 59, prevalence: 0.35, isPrevalenceStated: false },
};

export const decision = (changes: Partial<ReleaseDecision> = {}): ReleaseDecision => ({
  ...{ name: 'tests', model: screeningModel, intendedUse: 'an offer of a test' },
  ...{ population: 'adults of one hospital', untilMs: 10_000_000, ...changes },
});

const trainingTexts = ['The patient has fever and the cough is dry.', 'There is no fever at all.'];

/** A workspace, and the clock that it goes by. */
export interface ClockedWorkspace {
  readonly workspace: Workspace;
  readonly clock: { nowMs: number };
}

function newPlace(): ClockedWorkspace {
  const clock = { nowMs: 1_000_000 };
  const environment: Partial<StorageEnvironment> = { nowMs: () => clock.nowMs };
  return { workspace: newWorkspace(environment), clock };
}

interface LeftByStudy {
  readonly rule?: ScreeningRule | null;
  readonly verdict?: 'confirmed' | 'contradicted' | 'open' | null;
  /** Texts that the model learned from. */
  readonly learned?: readonly string[];
}

/** A workspace with a small real classifier, at a clock of one's own. */
export async function withModel(left: LeftByStudy = {}, place = newPlace()) {
  const { workspace, clock } = place;
  return { workspace, clock, modelId: await enterModel(workspace, left) };
}

/** Puts a small real classifier into a workspace, as a study would have left it; returns its id. */
export async function enterModel(
  workspace: Workspace,
  { rule = screeningRule, verdict = 'confirmed', learned = trainingTexts }: LeftByStudy = {},
): Promise<string> {
  const { studies, runs, datasets, judgements, lastTests } = workspace;
  const study = studies.create({ name: 'study', planJson: '{}' });
  const of = { studyId: study.id, task: 'notes', model: 'base' };
  const run = runs.ensure(study.id, {
    ...{ key: 'final/notes/base', kind: 'final', model: 'base', task: 'notes', fold: null },
    configurationHash: 'hash',
  });
  datasets.put({
    ...{ name: 'notes', kind: 'labelled-notes', sourceHash: 'notes-hash' },
    examples: learned.map((text, index) => {
      return { id: String(index), text, label: 'no', groupId: null };
    }),
    statistics: () => null,
  });
  const { encoder, family, head, weights, tokenizer } = makeMicroModel('bert', 'sequence');
  const labels = ['no', 'maybe', 'yes'];
  const { storedId } = await storeModel(
    workspace,
    { encoder, family, weights, tokenizer, labels, storedId: null },
    {
      ...{ studyId: study.id, name: 'base', runId: run.id, parentModelId: null, head, labels },
      origin: {
        ...{ kind: 'fine-tuning', task: 'notes', fold: null, datasetHash: 'notes-hash' },
        reading: { maxTokens: 24, longNotes: 'head', positive: 2 },
      },
    },
  );
  if (rule !== null) {
    const rules = [{ model: 'base', rule }];
    judgements.put({ ...of, hash: 'judged', content: null, rules });
  }
  if (verdict !== null) {
    const told = { modelId: storedId, testedAtMs: 1, rule: { verdict } };
    lastTests.put({ ...of, modelId: storedId!, setsHash: 'sets' }, { told });
  }
  return storedId!;
}

/** The same, released, with documents of the texts. */
export async function withRelease(texts: readonly string[]) {
  const { workspace, ...rest } = await withModel();
  const { collectionId, numbers } = putDocuments(workspace, texts);
  const release: ScreeningRelease = releaseModel(workspace, decision());
  return { workspace, release, collectionId, numbers, ...rest };
}

/** Puts a newer version of a document, or one more; returns its number. */
export function putDocument(
  workspace: Workspace,
  collectionId: number,
  changes: Partial<Pick<StoredDocument, 'id' | 'text' | 'patient'>>,
): number {
  const { documents, documentImports } = workspace;
  const { id: importId } = documentImports.begin({ collectionId, source: {}, options: {} });
  const id = changes.id ?? 'n1';
  documents.batch(collectionId, () =>
    documents.put(
      { collectionId, importId },
      {
        ...{ id, text: 'no fever', patient: 'p1', date: null, language: null },
        ...{ languageCertainty: null, kind: null, columns: {}, annotations: [], carried: null },
        ...{ rules: [], place: { file: 'b.csv', part: null, line: 2 } },
        ...{ wordCount: 2, sentenceCount: 1, ...changes },
      },
    ),
  );
  return documents.findByOwnId(collectionId, id)!.number;
}
