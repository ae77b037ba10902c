import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importModel } from '#core/library/import-model.ts';
import {
  newWorkspace,
  passphrase,
  temporaryFolder,
} from '#core/storage/testing/temporary-workspace.ts';
import { unlockWorkspace } from '#core/storage/workspace-secret.ts';
import { writeCheckpoint } from '../fixtures/exported-model/export-micro-model.ts';
import { makeMicroModel, type MicroHead } from '../fixtures/exported-model/micro-model.ts';
import { predictApart } from '#hosts/composition/predict-apart.ts';

async function openPlace(...heads: MicroHead[]) {
  const workspace = newWorkspace();
  const ids: string[] = [];
  for (const head of heads) {
    const folder = join(temporaryFolder(), head);
    writeCheckpoint(folder, makeMicroModel('bert', head));
    ids.push((await importModel(workspace, folder, { whenTaken: 'refuse' })).stored.id);
  }
  const rawKey = unlockWorkspace(workspace.folder, { passphrase });
  return { ids, place: { workspaceFolder: workspace.folder, rawKey } };
}

describe('a model in a process of its own', () => {
  it('answers one question after the other, also of another model', async () => {
    const { ids, place } = await openPlace('sequence', 'token');
    const { predict, close } = predictApart(place);
    try {
      const [first, again, found] = await Promise.all([
        predict(ids[0], 'patient has fever'),
        predict(ids[0], 'patient has fever'),
        predict(ids[1], 'patient has fever, no cough.'),
      ]);
      expect(first).toEqual(again);
      if (!first.ok || first.prediction.kind !== 'classification')
        throw new Error('it has classes');
      const { classes, chosen } = first.prediction;
      expect(classes.map(({ name }) => name)).toEqual(['O', 'B-FINDING', 'I-FINDING']);
      expect(classes.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 9);
      const [likeliest] = classes.toSorted((a, b) => b.probability - a.probability);
      expect(chosen).toBe(likeliest.name);
      expect(found).toMatchObject({ ok: true, prediction: { kind: 'entities' } });
    } finally {
      close();
    }
  }, 60_000);

  it('says why one that was fine-tuned on nothing has no answer', async () => {
    const { ids, place } = await openPlace('masked');
    const { predict, close } = predictApart(place);
    try {
      expect(await predict(ids[0], 'fever')).toMatchObject({
        ok: false,
        failure: { code: 'model.no-classifier' },
      });
    } finally {
      close();
    }
  }, 60_000);

  it('that crashes is the answer to one question, and another process answers the next', async () => {
    const { ids, place } = await openPlace('sequence');
    const mark = join(temporaryFolder(), 'crashed');
    const entry = join(temporaryFolder(), 'crashes-once.mjs');
    writeFileSync(
      entry,
      `import { existsSync, writeFileSync } from 'node:fs';
       process.on('message', () => {
         if (existsSync(${JSON.stringify(mark)})) process.send({ ok: true, prediction: { kind: 'entities', mentions: [] } });
         else { writeFileSync(${JSON.stringify(mark)}, ''); process.kill(process.pid, 'SIGKILL'); }
       });
       process.on('disconnect', () => process.exit(0));`,
    );
    const { predict, close } = predictApart(place, { entry });
    try {
      expect(await predict(ids[0], 'fever')).toMatchObject({
        ok: false,
        failure: { code: 'predictor.crashed', found: 'signal SIGKILL' },
      });
      expect(await predict(ids[0], 'fever')).toMatchObject({ ok: true });
    } finally {
      close();
    }
  }, 60_000);
});
