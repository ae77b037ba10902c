import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listMissing, openWindow, signIn, type OpenedWindow } from './open-window.ts';
import { smallPlan } from './small-plan.ts';
import { showPlanText } from './write-plan.ts';

/** It would take hours to its end. */
const longPlan = {
  ...smallPlan,
  name: 'crashing',
  engine: 'onnx-cpu',
  models: {
    general: {
      ...smallPlan.models.general,
      pretraining: { ...smallPlan.models.general.pretraining, epochs: 1000 },
    },
  },
  tasks: {},
  comparisons: [],
};

const missing = [
  ...listMissing(),
  ...(process.platform === 'linux' ? [] : ['Linux: processes are found in /proc']),
];

/** The trainer that this process started, by its own numbers alone. */
function findTrainer(): number | null {
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const parent = /^PPid:\s(\d+)$/m.exec(readFileSync(`/proc/${name}/status`, 'utf8'))?.[1];
      const command = readFileSync(`/proc/${name}/cmdline`, 'utf8');
      if (Number(parent) === process.pid && command.includes('hosts/trainer')) return Number(name);
    } catch {
      // It has ended meanwhile.
    }
  }
  return null;
}

describe.skipIf(missing.length > 0)(
  `a step whose trainer crashed${missing.length > 0 ? ` (skipped, needs ${missing.join('; ')})` : ''}`,
  () => {
    let opened: OpenedWindow;
    beforeAll(async () => {
      opened = await openWindow();
    });
    afterAll(async () => {
      const left = findTrainer();
      if (left !== null) process.kill(left, 'SIGKILL');
      await opened.close();
    });

    it('has failed, with the signal as its reason, and the study can be resumed', async () => {
      const { page, host, complaints, photograph } = opened;
      await signIn(page, host.server.url);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.goto(`${new URL(host.server.url).origin}/#/new`);
      await (await showPlanText(page)).fill(JSON.stringify(longPlan));
      await page.getByRole('button', { name: 'Start', exact: true }).click();
      await page.getByRole('heading', { level: 1, name: longPlan.name }).waitFor();
      const runsOf = () => {
        const study = host.workspace.studies.findByName(longPlan.name);
        return study === undefined ? [] : host.workspace.runs.listByStudy(study.id);
      };
      const isTraining = () =>
        runsOf().some(({ kind, state }) => kind === 'pretraining' && state === 'running');
      await expect.poll(isTraining, { timeout: 60_000 }).toBe(true);
      const trainer = findTrainer();
      expect(trainer).not.toBeNull();
      if (trainer !== null) process.kill(trainer, 'SIGSEGV');
      const main = page.getByRole('main');
      await main
        .getByText(/SIGSEGV/)
        .first()
        .waitFor();
      await photograph('crashed-step', { width: 1440, height: 900 });
      await photograph('crashed-step', { width: 1024, height: 768 });
      expect(runsOf().filter(({ state }) => state === 'failed')).toMatchObject([
        { kind: 'pretraining', errorCode: 'trainer.crashed' },
      ]);
      await page.getByRole('button', { name: 'Resume', exact: true }).waitFor();
      expect(complaints).toEqual([]);
    });
  },
);
