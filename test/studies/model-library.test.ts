import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inEnglish } from '#core/base/phrase.ts';
import { isRobertaLike, modelFamilies } from '#core/model/checkpoint/model-family.ts';
import { listWeights } from '#core/model/checkpoint/weight-names.ts';
import { writeSafetensors } from '#core/model/checkpoint/write-safetensors.ts';
import { refusing, refusingLater } from '#core/storage/testing/refusing.ts';
import { newWorkspace, temporaryFolder } from '#core/storage/testing/temporary-workspace.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { exportModel } from '#core/library/export/export-model.ts';
import { findModel } from '#core/library/find-model.ts';
import { importModel } from '#core/library/import-model.ts';
import { inspectModel } from '#core/library/inspect-model.ts';
import { listModels } from '#core/library/keeping/list-models.ts';
import { readModelRecord } from '#core/library/model-record.ts';
import { removeModel } from '#core/library/keeping/remove-model.ts';
import { verifyModel } from '#core/library/verify-model.ts';
import { listStarts } from '#core/study/plan/list-starts.ts';
import { writeCheckpoint } from '../fixtures/exported-model/export-micro-model.ts';
import { makeMicroModel, microHeads } from '../fixtures/exported-model/micro-model.ts';
import { spoilings, writeVocabulary } from '../fixtures/exported-model/spoil-checkpoint.ts';

/** The library of a workspace: what users bring, and what they take away. */
const refuse = { whenTaken: 'refuse' } as const;

/** A folder with a micro model; `change` may spoil it. */
function makeFolder(change: (folder: string) => void = () => undefined): string {
  const folder = join(temporaryFolder(), 'micro');
  writeCheckpoint(folder, makeMicroModel('bert', 'masked'));
  change(folder);
  return folder;
}

/** Everything that an import could leave behind. */
function tracesIn(workspace: Workspace): unknown {
  return {
    models: workspace.models.list(),
    blobs: workspace.blobs.list(),
    files: readdirSync(join(workspace.folder, 'blobs')),
  };
}
const nothing = { models: [], blobs: [], files: [] };

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('An imported checkpoint', () => {
  test('is in the library with shape, vocabulary, head and origin, sound to its last byte', async () => {
    const workspace = newWorkspace();
    const model = makeMicroModel('bert', 'masked');
    const imported = await importModel(workspace, makeFolder(), refuse);
    expect(imported).toMatchObject({ wasThere: false, warnings: [] });
    expect(listModels(workspace, listStarts(workspace))).toMatchObject([
      { reference: 'micro', origin: 'imported' },
    ]);
    const inspected = await inspectModel(workspace, findModel(workspace, 'micro'));
    const parameterCount = [...model.weights.values()].reduce((sum, { length }) => sum + length, 0);
    expect(inspected).toMatchObject({
      name: 'micro',
      encoder: model.encoder,
      family: 'bert',
      head: { kind: 'masked-language-model' },
      labels: null,
      parameterCount,
      vocabulary: {
        pieceCount: model.encoder.vocabularySize,
        fingerprint: model.tokenizer.fingerprint,
      },
    });
    expect(inspected.lineage).toMatchObject([
      { step: 'imported', sourceHash: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
    ]);
    expect(inspected.tensors.map(({ name }) => name)).toEqual([...model.weights.keys()].sort());
    expect(await verifyModel(workspace, imported.stored)).toMatchObject({
      parameterCount,
      sha256: inspected.weightsSha256,
    });
  });

  test('is stored once, however often it is imported', async () => {
    const workspace = newWorkspace();
    const folder = makeFolder();
    const first = await importModel(workspace, folder, refuse);
    const again = await importModel(workspace, folder, { ...refuse, name: 'another' });
    expect(again).toMatchObject({ wasThere: true, stored: { id: first.stored.id } });
    expect(workspace.blobs.list()).toHaveLength(1);
  });

  test('has a name of its own', async () => {
    const workspace = newWorkspace();
    await importModel(workspace, makeFolder(), refuse);
    const other = makeFolder((folder) => {
      writeFileSync(join(folder, 'NOTICE'), 'another source');
    });
    await refusingLater('model.name-taken', importModel(workspace, other, refuse));
    const named = (name: string) => importModel(workspace, other, { ...refuse, name });
    await refusingLater('model.name-invalid', named('../x'));
    const numbered = await importModel(workspace, other, { whenTaken: 'number' });
    expect(numbered.stored.name).toBe('micro-2');
    refusing('model.unknown', () => findModel(workspace, 'micro-3'));
    refusing('model.unknown', () => findModel(workspace, 'no-study/micro'));
  });

  test('says which weights are left out', async () => {
    const folder = join(temporaryFolder(), 'old');
    cpSync('test/fixtures/checkpoint/bert-bin', folder, { recursive: true });
    writeVocabulary(folder, 20);
    const { problems, record } = await importModel(newWorkspace(), folder, refuse);
    expect(problems).toMatchObject([
      {
        rule: 'weights-unused',
        weights: ['cls.seq_relationship.bias', 'cls.seq_relationship.weight'],
      },
    ]);
    expect(record.head).toEqual({ kind: 'masked-language-model' });
  });

  test('may have embeddings rounded up to a multiple, with a warning', async () => {
    const { encoder } = makeMicroModel('bert', 'masked');
    expect(encoder.vocabularySize % 8).toBe(0);
    const folder = makeFolder((spoiled) => {
      writeVocabulary(spoiled, encoder.vocabularySize - 3);
    });
    const { warnings } = await importModel(newWorkspace(), folder, refuse);
    expect(warnings.map(inEnglish)).toEqual([
      expect.stringContaining(`${encoder.vocabularySize} rows`),
    ]);
  });

  test('can be removed, with its weights', async () => {
    const workspace = newWorkspace();
    const { stored } = await importModel(workspace, makeFolder(), refuse);
    await removeModel(workspace, stored);
    expect(tracesIn(workspace)).toEqual(nothing);
  });
});

describe('A checkpoint is refused and leaves no trace with', () => {
  test.each(spoilings.map(({ what, code, spoil }) => [what, code, spoil] as const))(
    '%s',
    async (_what, code, spoil) => {
      const workspace = newWorkspace();
      await refusingLater(code, importModel(workspace, makeFolder(spoil), refuse));
      expect(tracesIn(workspace)).toEqual(nothing);
    },
  );

  test('no folder', async () => {
    const workspace = newWorkspace();
    await refusingLater('file.missing', importModel(workspace, '/nowhere/at/all', refuse));
    expect(tracesIn(workspace)).toEqual(nothing);
  });
});

describe('Verifying a model finds', () => {
  test('a byte that was changed on the disk', async () => {
    const workspace = newWorkspace();
    const { stored } = await importModel(workspace, makeFolder(), refuse);
    const [file] = readdirSync(join(workspace.folder, 'blobs'));
    const path = join(workspace.folder, 'blobs', file);
    const bytes = readFileSync(path);
    bytes[bytes.length - 100] ^= 1;
    writeFileSync(path, bytes);
    await refusingLater('blob.damaged', verifyModel(workspace, stored));
  });

  test.each([
    ['a shape that is not that of the configuration', { intermediateSize: 8 }, 0, /intermediate/],
    ['a layer that is not there', { layerCount: 3 }, 0, /encoder\.layer\.2/],
    ['a value that is not a number', {}, Number.NaN, /finite/],
  ])('%s', async (_what, changes, value, message) => {
    const workspace = newWorkspace();
    const { encoder, weights, tokenizerFiles } = makeMicroModel('bert', 'bare');
    const shapes = listWeights(encoder, null);
    const tensors = [...weights].map(([name, values], index) => ({
      name,
      values: index === 3 ? values.map(() => value) : values,
      shape: shapes.get(name) ?? [],
    }));
    const blob = await workspace.blobs.write(writeSafetensors(tensors));
    const stored = workspace.models.put({
      studyId: null,
      name: 'odd',
      parentModelId: null,
      runId: null,
      configuration: { ...encoder, head: null, ...changes },
      tokenizerFiles,
      weightsBlobId: blob.id,
    });
    const attempt = verifyModel(workspace, stored);
    await refusingLater('model.damaged', attempt);
    await expect(attempt).rejects.toThrow(message);
  });
});

test('A model that was stored before families and heads were written down can be read', () => {
  const { encoder } = makeMicroModel('roberta', 'masked');
  expect(readModelRecord({ configuration: encoder })).toEqual({
    encoder,
    family: 'roberta',
    head: { kind: 'masked-language-model' },
    labels: null,
    origin: { kind: 'pretraining' },
  });
});

describe('Import, export and import again', () => {
  test.each([
    ...modelFamilies.flatMap((family) => microHeads.map((head) => [family, head] as const)),
  ])('of a %s model with the head "%s" keeps every byte of the weights', async (family, head) => {
    const workspace = newWorkspace();
    const root = temporaryFolder();
    const model = makeMicroModel(isRobertaLike(family) ? 'roberta' : family, head, family);
    writeCheckpoint(join(root, 'in'), model);
    const first = await importModel(workspace, join(root, 'in'), refuse);
    const out = join(root, 'out');
    await exportModel(workspace, first.stored, { folder: out, withOnnx: false });
    const again = await importModel(workspace, out, { ...refuse, name: 'again' });
    const shaOf = ({ stored }: typeof first) => workspace.blobs.get(stored.weightsBlobId).sha256;
    expect(again.wasThere).toBe(false);
    expect(shaOf(again)).toBe(shaOf(first));
    const { origin: one, ...record } = first.record;
    const { origin: two, ...recordAgain } = again.record;
    expect(recordAgain).toEqual(record);
    expect(record).toMatchObject({ family, head: model.head, labels: model.labels });
    const fingerprint = async ({ stored }: typeof first) =>
      (await inspectModel(workspace, stored)).vocabulary.fingerprint;
    expect(await fingerprint(again)).toBe(await fingerprint(first));
  });

  test('of a checkpoint with a pooler and a classifier beside its head keeps them too', async () => {
    const workspace = newWorkspace();
    const root = temporaryFolder();
    cpSync('test/fixtures/checkpoint/bert-bin', join(root, 'in'), { recursive: true });
    writeVocabulary(join(root, 'in'), 20);
    const { stored } = await importModel(workspace, join(root, 'in'), refuse);
    await exportModel(workspace, stored, { folder: join(root, 'out'), withOnnx: true });
    const again = await importModel(workspace, join(root, 'out'), refuse);
    expect(workspace.blobs.get(again.stored.weightsBlobId).sha256).toBe(
      workspace.blobs.get(stored.weightsBlobId).sha256,
    );
  });
});

describe('An exported folder', () => {
  test('has a card and checksums, and the audit log tells of it', async () => {
    const workspace = newWorkspace();
    const { stored } = await importModel(workspace, makeFolder(), refuse);
    const folder = join(temporaryFolder(), 'deep', 'out');
    const files = await exportModel(workspace, stored, { folder, withOnnx: true });
    expect(files.sort()).toEqual([
      'README.md',
      'checksums.sha256',
      'config.json',
      'model.safetensors',
      'onnx/model.onnx',
      'special_tokens_map.json',
      'tokenizer.json',
      'tokenizer_config.json',
      'vocab.txt',
    ]);
    const checksums = readFileSync(join(folder, 'checksums.sha256'), 'utf8').trim().split('\n');
    expect(checksums).toHaveLength(files.length - 1);
    for (const line of checksums) {
      const [hash, name] = line.split('  ');
      expect(hashOf(readFileSync(join(folder, name))), name).toBe(hash);
    }
    const card = readFileSync(join(folder, 'README.md'), 'utf8');
    expect(card).toContain(workspace.blobs.get(stored.weightsBlobId).sha256);
    expect(card).toContain('pipeline_tag: fill-mask');
    const config = JSON.parse(readFileSync(join(folder, 'config.json'), 'utf8')) as object;
    expect(config).toMatchObject({ architectures: ['BertForMaskedLM'], model_type: 'bert' });
    const [entry] = workspace.audit.newest(1);
    expect(entry).toMatchObject({ action: 'export.written', detail: { modelId: stored.id } });
  });

  test('tells tokenizers elsewhere where the positions end', async () => {
    const workspace = newWorkspace();
    const { stored } = await importModel(workspace, makeFolder(), refuse);
    const folder = join(temporaryFolder(), 'out');
    await exportModel(workspace, stored, { folder, withOnnx: false });
    const text = readFileSync(join(folder, 'tokenizer_config.json'), 'utf8');
    expect(JSON.parse(text)).toMatchObject({ model_max_length: 24 });
  });

  test('never mixes with what is there, and is whole or not there', async () => {
    const workspace = newWorkspace();
    const { stored } = await importModel(workspace, makeFolder(), refuse);
    const root = temporaryFolder();
    writeFileSync(join(root, 'file'), 'mine');
    const to = (folder: string) => exportModel(workspace, stored, { folder, withOnnx: false });
    await refusingLater('model.folder-taken', to(root));
    await refusingLater('model.folder-taken', to(join(root, 'file')));
    await refusingLater('file.unwritable', to(join(root, 'file', 'below')));
    expect(readdirSync(root)).toEqual(['file']);
    expect(readFileSync(join(root, 'file'), 'utf8')).toBe('mine');
  });
});
