import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { allMigrations } from '#core/storage/migrations/all-migrations.ts';
import { closeLater, temporaryFolder } from '#core/storage/testing/temporary-workspace.ts';
import { openWorkspace } from '#core/storage/workspace.ts';
import { passphrase } from './shared.ts';

const fixtures = fileURLToPath(new URL('./fixtures', import.meta.url));
const versions = allMigrations.map(({ version }) => version);

describe('a workspace that an earlier version wrote', () => {
  it('is kept for every version', () => {
    const kept = readdirSync(fixtures).filter((name) => name.startsWith('version-'));
    expect(kept.sort()).toEqual(versions.map((version) => `version-${version}`).sort());
  });

  it.each(versions)('is opened and read as it was: version %d', async (version) => {
    const folder = join(temporaryFolder(), 'workspace');
    cpSync(join(fixtures, `version-${version}`), folder, { recursive: true });
    const workspace = closeLater(openWorkspace(folder, { passphrase }));
    const { studies, runs, corpora, datasets, models, blobs } = workspace;

    const study = studies.findByName('study')!;
    expect(study).toMatchObject({ planJson: '{"name":"study"}', state: 'running' });
    const [run] = runs.listByStudy(study.id);
    expect(run).toMatchObject({ state: 'finished', engine: 'onnx-cpu', fold: 0 });
    expect(runs.metricsOf(run.id)).toEqual([{ name: 'mcc', entityType: null, value: 0.5 }]);
    expect(runs.summaryOf(run.id)).toEqual({ rows: 2 });
    expect(runs.curveOf(run.id)).toEqual([{ step: 1, atMs: 1, loss: 2.5 }]);
    const model = models.get(models.listByRun(run.id)[0].id);
    expect(model).toMatchObject({
      configuration: { layers: 2 },
      tokenizerFiles: { 'vocab.txt': '[PAD]' },
    });
    expect(Buffer.from(await blobs.readWhole(model.weightsBlobId)).toString()).toBe('weights');
    expect([...corpora.lines(corpora.findByHash('corpus-hash')!.id)]).toEqual(['uno', 'dos']);
    const dataset = datasets.findByHash('notes-hash')!;
    expect([...datasets.examples(dataset.id, 'labelled-notes')]).toEqual([
      { id: '1', text: 'uno', label: 'yes', groupId: null },
    ]);
    expect(workspace.checkIntegrity()).toMatchObject({
      databaseProblems: [],
      missingBlobs: [],
      audit: { broken: null },
    });
  });

  it('knows from version 2 on why a study failed, and how fast the engines were', () => {
    const folder = join(temporaryFolder(), 'workspace');
    cpSync(join(fixtures, 'version-2'), folder, { recursive: true });
    const { studies, runs, calibrations } = closeLater(openWorkspace(folder, { passphrase }));
    expect(studies.findByName('broken')).toMatchObject({
      state: 'failed',
      failure: { code: 'file.missing', found: 'none', place: 'corpora.general' },
    });
    const [run] = runs.listByStudy(studies.findByName('study')!.id);
    expect(run.engineSource).toBe('command');
    expect(calibrations.find('machine-hash')).toMatchObject({
      chosen: 'onnx-cpu',
      shape: { layers: 2, tokens: 32 },
      engines: [
        { name: 'onnx-cpu', outcome: { state: 'measured', stepMs: 4 } },
        { name: 'tensorflow-gpu', outcome: { state: 'missing', remedy: 'Install it.' } },
      ],
    });
  });

  it('knows from version 13 on what people decided about runs', () => {
    const folder = join(temporaryFolder(), 'workspace');
    cpSync(join(fixtures, 'version-13'), folder, { recursive: true });
    const { studies, runChoices } = closeLater(openWorkspace(folder, { passphrase }));
    const { id } = studies.findByName('study')!;
    expect([...runChoices.list(id).values()]).toEqual([
      { key: 'fine-tune/notes/base/fold-1', isLeftOut: true, position: null },
    ]);
    expect(runChoices.isPaused(id)).toBe(true);
  });

  it('knows from version 3 on where a training is', async () => {
    const folder = join(temporaryFolder(), 'workspace');
    cpSync(join(fixtures, 'version-3'), folder, { recursive: true });
    const workspace = closeLater(openWorkspace(folder, { passphrase }));
    const { studies, runs, blobs, trainingStates } = workspace;
    const [finished, unfinished] = runs.listByStudy(studies.findByName('study')!.id);
    expect(trainingStates.find(finished.id)).toBeUndefined();
    const state = trainingStates.find(unfinished.id)!;
    expect(state).toMatchObject({
      engine: 'onnx-cpu',
      configurationHash: 'hash',
      position: { training: { step: 2 }, optimiser: { stepCount: 2 } },
    });
    expect(Buffer.from(await blobs.readWhole(state.blobId)).toString()).toBe('state');
  });

  it('knows from version 5 on its documents, their annotations and the sets of them', () => {
    const folder = join(temporaryFolder(), 'workspace');
    cpSync(join(fixtures, 'version-5'), folder, { recursive: true });
    const workspace = closeLater(openWorkspace(folder, { passphrase }));
    const { collections, documents, documentQueries, labelledSets, keptMappings } = workspace;
    const { id: collectionId, documentCount } = collections.findByName('notes')!;
    expect(documentCount).toBe(1);
    const document = documents.findByOwnId(collectionId, 'n1')!;
    expect(document).toMatchObject({
      text: 'Inflamación crónica',
      patient: 'p1',
      date: '2026-11',
      columns: { ward: 'A' },
      place: { file: 'notes.csv', part: null, line: 2 },
      carried: { format: 'brat', parts: ['R1'] },
      rules: ['brat-offset-moved'],
      version: 1,
    });
    const [, span] = document.annotations;
    expect(span).toMatchObject({ type: 'DISO', attributes: { negated: 'true' } });
    expect(documentQueries.count({ collectionId, search: 'cronica' })).toBe(1);
    const version = labelledSets.get('set', 1);
    expect([...labelledSets.documents(version.id)]).toEqual([
      { number: document.number, annotations: document.annotations },
    ]);
    expect(keptMappings.find('export')?.options).toEqual({ format: 'text' });
  });

  it('knows from version 7 on what examples were met as', () => {
    const folder = join(temporaryFolder(), 'workspace');
    cpSync(join(fixtures, 'version-7'), folder, { recursive: true });
    const { studies, contaminations } = closeLater(openWorkspace(folder, { passphrase }));
    const { id } = studies.findByName('study')!;
    expect(contaminations.find(id, 'notes')).toMatchObject({
      hash: 'compared-hash',
      contamination: { pairs: [{ second: { source: 'corpus', place: '2' }, jaccard: 0.9 }] },
    });
    expect(contaminations.find(id, 'other')).toBeUndefined();
  });

  it('knows from version 9 on where documents of a corpus end, and what was measured on held-out text', () => {
    const folder = join(temporaryFolder(), 'workspace');
    cpSync(join(fixtures, 'version-9'), folder, { recursive: true });
    const { studies, runs, corpora } = closeLater(openWorkspace(folder, { passphrase }));
    const { id } = corpora.findByHash('corpus-hash')!;
    expect(corpora.documentsOf(id)).toEqual({
      lineCounts: Uint32Array.of(1, 1),
      keys: Float64Array.of(2 ** 47 + 1, 5),
    });
    const [run] = runs.listByStudy(studies.findByName('study')!.id);
    expect(runs.heldOutCurveOf(run.id)).toEqual([{ step: 1, atMs: 1, loss: 2.75 }]);
    expect(runs.progressOf(run.id)).toMatchObject({ heldOut: { step: 1, loss: 2.75 } });
  });

  it('knows from version 6 on what models said of each example', () => {
    const folder = join(temporaryFolder(), 'workspace');
    cpSync(join(fixtures, 'version-6'), folder, { recursive: true });
    const { studies, runs } = closeLater(openWorkspace(folder, { passphrase }));
    const [finished, unfinished] = runs.listByStudy(studies.findByName('study')!.id);
    expect(runs.predictionsOf(finished.id)).toEqual({
      kind: 'classification',
      classes: ['no', 'yes'],
      notes: [{ id: '1', groupId: 'p1', truth: 1, logits: [-0.5, 2.25] }],
    });
    expect(runs.predictionsOf(unfinished.id)).toBeNull();
  });

  it('knows from version 10 on what people label, and the log of it', () => {
    const folder = join(temporaryFolder(), 'workspace');
    cpSync(join(fixtures, 'version-10'), folder, { recursive: true });
    const { annotationProjects, annotationWorks, collections, documents } = closeLater(
      openWorkspace(folder, { passphrase }),
    );
    const { id: projectId } = annotationProjects.findByName('project')!;
    const { number } = documents.findByOwnId(collections.findByName('notes')!.id, 'n1')!;
    const [stored] = annotationWorks.ofDocument(projectId, number, 'label');
    expect(stored).toMatchObject({
      person: 'person',
      revision: 1,
      work: { spans: [{ id: 'm1', type: 'DISO' }], remark: 'doubtful', state: 'open' },
    });
    expect(annotationWorks.history(stored.id)).toMatchObject([
      { kind: 'span-add', span: { id: 'm1' } },
      { kind: 'remark', before: '', after: 'doubtful' },
    ]);
    expect(annotationProjects.guidelines(projectId).content).toBe('# What to mark');
  });

  it('has no reasons and no measurements in version 1', () => {
    const folder = join(temporaryFolder(), 'workspace');
    cpSync(join(fixtures, 'version-1'), folder, { recursive: true });
    const { studies, runs, calibrations } = closeLater(openWorkspace(folder, { passphrase }));
    const study = studies.findByName('study')!;
    expect(study.failure).toBeNull();
    expect(runs.listByStudy(study.id)).toMatchObject([{ engine: 'onnx-cpu', engineSource: null }]);
    expect(calibrations.find('machine-hash')).toBeUndefined();
  });

  it('knows from version 11 on what scores say of the models of a task', () => {
    const folder = join(temporaryFolder(), 'workspace');
    cpSync(join(fixtures, 'version-11'), folder, { recursive: true });
    const { studies, judgements } = closeLater(openWorkspace(folder, { passphrase }));
    const of = { studyId: studies.findByName('study')!.id, task: 'notes' };
    expect(judgements.find(of)).toEqual({
      hash: 'judged-hash',
      content: { task: 'notes', models: [] },
    });
    expect(judgements.ruleOf({ ...of, model: 'adapted' })).toMatchObject({
      label: 'yes',
      calibrator: { kind: 'platt', slope: 0.5 },
      threshold: null,
    });
    expect(judgements.ruleOf({ ...of, model: 'other' })).toBeNull();
    expect(judgements.hashOf({ ...of, task: 'other' })).toBeUndefined();
  });

  it('knows from version 14 on what people decided of labels that may be wrong', () => {
    const folder = join(temporaryFolder(), 'workspace');
    cpSync(join(fixtures, 'version-14'), folder, { recursive: true });
    const { labelChecks, labelledSets } = closeLater(openWorkspace(folder, { passphrase }));
    expect(labelChecks.list(labelledSets.get('set').id)).toMatchObject([
      {
        key: 'class yes',
        decision: 'changed',
        change: { before: { kind: 'class', label: 'yes' }, after: null },
        person: 'person',
      },
    ]);
  });

  it('knows from version 15 on what was found of models, and how far what was begun is', () => {
    const folder = join(temporaryFolder(), 'workspace');
    cpSync(join(fixtures, 'version-15'), folder, { recursive: true });
    const { insights } = closeLater(openWorkspace(folder, { passphrase }));
    const [begun, explained] = insights.list();
    expect(explained).toMatchObject({
      kind: 'explanation',
      subject: 'n1',
      settings: { samples: 5 },
      seed: 1,
      models: [{ id: 'model', name: 'base', hash: 'weights-hash' }],
      person: null,
      finishedAtMs: 1_000,
    });
    expect(insights.result(explained.id)).toEqual({ documents: [], wordless: ['n1'] });
    expect(begun).toMatchObject({ kind: 'map', finishedAtMs: null });
    expect(insights.part(begun.id, 'first')).toEqual([0.1, 0.2]);
  });

  it('knows from version 16 on what a model said of locked test sets', () => {
    const folder = join(temporaryFolder(), 'workspace');
    cpSync(join(fixtures, 'version-16'), folder, { recursive: true });
    const { studies, lastTests } = closeLater(openWorkspace(folder, { passphrase }));
    const { id } = studies.findByName('study')!;
    expect(lastTests.listByStudy(id)).toEqual([{ told: { examples: 1 } }]);
    expect(lastTests.countOfSets('sets-hash')).toBe(1);
  });

  it('knows from version 17 on what was released, what it said of notes and what people decided', () => {
    const folder = join(temporaryFolder(), 'workspace');
    cpSync(join(fixtures, 'version-17'), folder, { recursive: true });
    const { screeningReleases, screenings, screenedNotes, screeningDecisions } = closeLater(
      openWorkspace(folder, { passphrase }),
    );
    const { id: releaseId, untilMs } = screeningReleases.findByName('tests')!;
    expect(untilMs).toBe(2_000);
    const [screening] = screenings.list(releaseId);
    expect(screening).toMatchObject({ state: 'finished', counts: { notes: 1, alerts: 1 } });
    expect(screenedNotes.ofScreening(screening.id)).toMatchObject([
      { noteId: 'n1', probability: 1 / 3, predictionSet: ['yes'], isAlert: true, sameAs: null },
    ]);
    expect(screeningDecisions.list(releaseId)).toMatchObject([
      { subject: 'patient p1', kind: 'disagree', reason: 'past', remark: 'healed', notes: [1] },
    ]);
  });

  it('knows from version 18 on what was seen of a release at work, and what people read of samples', () => {
    const folder = join(temporaryFolder(), 'workspace');
    cpSync(join(fixtures, 'version-18'), folder, { recursive: true });
    const { screeningReleases, screeningMonths, screeningSamples } = closeLater(
      openWorkspace(folder, { passphrase }),
    );
    const { id: releaseId } = screeningReleases.findByName('tests')!;
    expect(screeningMonths.list(releaseId)).toMatchObject([
      { month: '1970-01', content: { counts: { patients: 1 }, falseAlarmRate: 0.05 } },
    ]);
    const [sample] = screeningSamples.list(releaseId);
    expect(sample).toMatchObject({ seed: 1, strata: [{ drawn: 1 }], entries: [{ patient: 'p1' }] });
    expect(screeningSamples.readings(sample.id)).toMatchObject([
      { place: 1, verdict: 'absent', times: 1 },
    ]);
  });

  it('has from version 8 on one person, whoever knows the passphrase, and before that gains it', () => {
    for (const version of [1, 8]) {
      const folder = join(temporaryFolder(), 'workspace');
      cpSync(join(fixtures, `version-${version}`), folder, { recursive: true });
      const { persons } = closeLater(openWorkspace(folder, { passphrase }));
      const [first, ...others] = persons.list();
      expect(first).toMatchObject({ kind: 'first', name: null, role: 'owner', state: 'active' });
      expect(first.id).toMatch(/^[0-9a-f]{32}$/);
      expect(others).toEqual([]);
    }
  });
});
