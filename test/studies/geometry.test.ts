import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Advance } from '#core/base/advance.ts';
import { importDocuments } from '#core/collection/documents/import-documents.ts';
import type { Adaptation } from '#core/domain/adaptation.ts';
import type { EntityGeometry } from '#core/domain/entity-geometry.ts';
import { embedMentions, type EmbeddedMentions } from '#core/insight/entities/embed-mentions.ts';
import { findNearest } from '#core/insight/entities/find-nearest.ts';
import { listMentions } from '#core/insight/entities/list-mentions.ts';
import { mapMentions } from '#core/insight/entities/map-mentions.ts';
import { openStateReader } from '#core/insight/entities/open-state-reader.ts';
import { findModel } from '#core/library/find-model.ts';
import { importModel } from '#core/library/import-model.ts';
import { drawMapPicture } from '#core/report/html/map-picture.ts';
import { writeEntityGeometryCsv } from '#core/report/write-entity-geometry-csv.ts';
import { createOnnxCpuRuntime } from '#core/runtime/onnx-cpu.ts';
import { openWorkspace, type Workspace } from '#core/storage/workspace.ts';
import { writeCheckpoint } from '../fixtures/exported-model/export-micro-model.ts';
import { makeMicroModel } from '../fixtures/exported-model/micro-model.ts';
import { makePlace, runCommand, type Place } from './command-line.ts';

let place: Place;
const tiny = fileURLToPath(new URL('../fixtures/geometry/tiny-bert', import.meta.url));
const told = () => Promise.resolve();
const alone = <Result>(_: number, work: (advance: Advance) => Promise<Result>) => work(told);

/** The workspace must be closed while a command has it. */
async function inWorkspace<Result>(work: (workspace: Workspace) => Promise<Result>) {
  const workspace = openWorkspace(join(place.folder, 'workspace'), { passphrase: 'correct horse' });
  try {
    return await work(workspace);
  } finally {
    workspace.close();
  }
}

beforeAll(async () => {
  place = makePlace();
  writeCheckpoint(join(place.folder, 'micro'), makeMicroModel('bert', 'token'));
  await inWorkspace(async (workspace) => {
    const paths = [join(place.folder, 'entities/es-brat')];
    const request = { collection: 'labelled', paths, choice: {} };
    await importDocuments(workspace, request, { nowMs: Date.now });
    await importModel(workspace, tiny, { name: 'tiny', whenTaken: 'refuse' });
    const micro = join(place.folder, 'micro');
    await importModel(workspace, micro, { name: 'micro', whenTaken: 'refuse' });
  });
}, 60_000);
afterAll(() => {
  rmSync(place.folder, { recursive: true });
});

function embed(layer: number | null) {
  return inWorkspace((workspace) => {
    const { id: collectionId } = workspace.collections.list()[0];
    const numbers = workspace.documentQueries.numbers({ collectionId });
    const documents = numbers.map((number) => workspace.documents.get(number));
    const runtime = createOnnxCpuRuntime({ threads: 1 });
    const models = ['tiny', 'micro'].map((name) => ({
      name,
      open: () => openStateReader(workspace, findModel(workspace, name), { runtime, layer }),
    }));
    return embedMentions(listMentions(documents, 1), models, alone);
  });
}

describe('the geometry of mentions', () => {
  it('is told of two models at the terminal, as data without the text of mentions', async () => {
    const { stdout, stderr, exitCode } = await runCommand([
      '--json',
      'geometry',
      'entities',
      'labelled',
      '--model',
      'tiny',
      '--model',
      'micro',
      '--resamples',
      '50',
      ...place.options,
    ]);
    expect(exitCode, stderr).toBe(0);
    const measured = JSON.parse(stdout) as EntityGeometry;
    expect(measured.models.map(({ model }) => model)).toEqual(['tiny', 'micro']);
    const [{ types, layer, layerCount, baseline }] = measured.models;
    expect([layer, layerCount]).toEqual([2, 2]);
    expect(Math.abs(baseline?.value ?? NaN)).toBeLessThanOrEqual(1);
    expect(types.map(({ type }) => type)).toEqual(['ANAT', 'CHEM', 'DISO', 'PROC']);
    for (const { all } of types) expect(Math.abs(all ?? NaN)).toBeLessThanOrEqual(1);
    expect(measured.differences[0]).toMatchObject({ model: 'micro', against: 'tiny' });

    const table = writeEntityGeometryCsv(measured);
    const rows: Record<string, string>[] = parse(table, { columns: true });
    const first = rows.find(({ figure, type }) => figure === 'apart' && type === 'ANAT');
    expect(Number(first?.value)).toBe(types[0].apart?.value);
    for (const { text } of sampleMentions()) expect(stdout + table).not.toContain(text);
  }, 60_000);

  it('places mentions where the documents have them, and finds those near to one', async () => {
    const embedded = await embed(1);
    const firstOfFile = embedded.mentions.filter(
      (each) => each.document === 0 && each.type !== null,
    );
    expect(firstOfFile.map(({ span }) => span)).toEqual(
      sampleMentions().map(({ start, end }) => ({ start, end })),
    );
    expect(embedded.models.map(({ layer }) => layer)).toEqual([1, 1]);

    const chosen = sampleMentions()[0].text;
    const options = { count: 5, otherWords: true };
    for (const { nearest } of findNearest(embedded, chosen.toUpperCase(), options)) {
      expect(nearest).toHaveLength(5);
      expect(nearest.every(({ surface }) => surface !== chosen)).toBe(true);
    }
    expect(() => findNearest(embedded, 'nothing like this', options)).toThrow(
      'geometry.no-mention',
    );
  }, 60_000);

  it('draws a map for each model and seed, the same each time, or says that mentions are too few', async () => {
    const embedded = await embed(null);
    const settings = {
      perplexities: [8],
      seeds: [null, 1],
      iterations: 30,
      mostPoints: 60,
      seed: 1,
    };
    const numbers = sampleNumbers(embedded);
    const draw = () => mapMentions(embedded, settings, { numbers, advance: told });
    const { points, maps } = await draw();
    expect(points).toHaveLength(60);
    expect(maps.map(({ model, seed }) => [model, seed])).toEqual([
      ['tiny', null],
      ['tiny', 1],
      ['micro', null],
      ['micro', 1],
    ]);
    for (const { places, trustworthiness } of maps) {
      expect(places).toHaveLength(120);
      expect(trustworthiness).toBeGreaterThan(0);
      expect(trustworthiness).toBeLessThanOrEqual(1);
    }
    expect((await draw()).maps).toEqual(maps);
    const picture = drawMapPicture({ points, mentions: 60, maps });
    expect(picture).toContain('perplexity 8');
    for (const { text } of sampleMentions()) expect(picture).not.toContain(text);
    await expect(
      mapMentions(embedded, { ...settings, perplexities: [30] }, { numbers, advance: told }),
    ).rejects.toThrow('geometry.too-few');
  }, 60_000);

  it('tells how two models cut words, and how alike each of their layers is', async () => {
    const { stdout, stderr, exitCode } = await runCommand([
      '--json',
      'geometry',
      'adaptation',
      'labelled',
      '--base',
      'tiny',
      '--adapted',
      'tiny',
      ...place.options,
    ]);
    expect(exitCode, stderr).toBe(0);
    const { cuts, drift } = JSON.parse(stdout) as Adaptation;
    expect(drift.map(({ layer }) => layer)).toEqual([1, 2]);
    for (const { cka } of drift) expect(cka).toBeCloseTo(1, 6);
    expect(cuts[0]).toEqual(cuts[1]);
    expect(cuts[0].fertility).toBeGreaterThanOrEqual(1);
    // Its vocabulary has a few words alone.
    expect(cuts[0].unknownShare).toBeGreaterThan(0.5);
  }, 60_000);

  it('refuses a layer that a model does not have, and texts without labels', async () => {
    await expect(embed(3)).rejects.toThrow('geometry.no-layer');
    const plain = { id: 'd', text: 'Nota sin marcas.', patient: null, annotations: [] };
    await expect(embedMentions(listMentions([plain], 1), [], alone)).rejects.toThrow(
      'geometry.no-mentions',
    );
  }, 60_000);
});

/** A number for each document. */
function sampleNumbers({ mentions }: EmbeddedMentions): readonly number[] {
  return Array.from(
    { length: Math.max(...mentions.map(({ document }) => document)) + 1 },
    (_, at) => at + 1,
  );
}

/** Those of the first document of the sample, as brat has them. */
function sampleMentions() {
  const file = readFileSync(join(place.folder, 'entities/es-brat/case-001.ann'), 'utf8');
  return Array.from(file.matchAll(/^T\d+\t\S+ (\d+) (\d+)\t(.+)$/gmu), ([, start, end, text]) => ({
    start: Number(start),
    end: Number(end),
    text: text.toLowerCase(),
  }));
}
