import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listMissing, openWindow, signIn } from './open-window.ts';
import type { OpenedWindow } from './open-window.ts';
import { smallPlan } from './small-plan.ts';
import { showPlanText } from './write-plan.ts';

/** It is stopped here, however fast the machine is: it would take hours to its end. */
const longPlan = {
  ...smallPlan,
  models: {
    general: {
      ...smallPlan.models.general,
      pretraining: { ...smallPlan.models.general.pretraining, epochs: 1000 },
    },
  },
  tasks: {},
  comparisons: [],
};

/** Studies that are started while one runs: their places, and how the queue goes on. */
const missing = listMissing();

describe.skipIf(missing.length > 0)(
  `the queue of studies${missing.length > 0 ? ` (skipped, needs ${missing.join('; ')})` : ''}`,
  () => {
    let opened: OpenedWindow;
    beforeAll(async () => {
      opened = await openWindow();
    });
    afterAll(() => opened.close());

    const stateOf = (name: string) => opened.host.workspace.studies.findByName(name)?.state;

    async function start(plan: { readonly name: string }): Promise<void> {
      const { page, host } = opened;
      await page.goto(`${new URL(host.server.url).origin}/#/new`);
      const text = await showPlanText(page);
      await text.fill(JSON.stringify({ ...plan, engine: 'onnx-cpu' }));
      await page.getByRole('button', { name: 'Start', exact: true }).click();
      await page.getByRole('heading', { level: 1, name: plan.name }).waitFor();
    }

    async function open(name: string): Promise<void> {
      const { page } = opened;
      await page.getByRole('link', { name: 'Studies', exact: true }).click();
      await page
        .getByRole('table', { name: 'Studies' })
        .getByRole('link', { name, exact: true })
        .click();
      await page.getByRole('heading', { level: 1, name }).waitFor();
    }

    it('shows who waits in which place, lets them out, and goes on by itself', async () => {
      const { page, host, complaints, photograph } = opened;
      await signIn(page, host.server.url);
      await page.getByRole('heading', { level: 1 }).waitFor();
      const { corpora } = smallPlan;
      await start({ ...longPlan, name: 'first' });
      for (const name of ['second', 'third']) {
        await start({ name, ...{ corpora, models: {}, tasks: {} } });
      }
      const main = page.getByRole('main');
      await main.getByText('In the queue, place 2', { exact: true }).waitFor();
      await main.getByText(/begins by itself when those before it have ended/).waitFor();
      const startButton = page.getByRole('button', { name: 'Start', exact: true });
      await expect.poll(() => startButton.count()).toBe(0);
      await photograph('queued-study');

      await page.getByRole('link', { name: 'Studies', exact: true }).click();
      await main.getByText('In the queue, place 1').waitFor();
      await photograph('queue', { width: 1024, height: 768 });
      await photograph('queue', { width: 1440, height: 900 });
      await page.getByRole('button', { name: 'Take second out of the queue' }).click();
      await main.getByText('In the queue, place 2').waitFor({ state: 'hidden' });

      await open('second');
      await startButton.click();
      await main.getByText('In the queue, place 2', { exact: true }).waitFor();
      await page.getByRole('button', { name: 'Take out of the queue' }).click();
      await main.getByText('To be started', { exact: true }).waitFor();

      await open('first');
      await page.getByRole('button', { name: 'Stop', exact: true }).click();
      await page.getByRole('button', { name: 'Stop the study' }).click();
      await page.getByRole('button', { name: 'Resume', exact: true }).waitFor();
      await open('third');
      await main.getByText(/the queue goes on when a study is started/).waitFor();
      await photograph('queue-that-waits');

      await open('second');
      await startButton.click();
      await expect.poll(() => stateOf('third'), { timeout: 60_000 }).toBe('finished');
      expect(['first', 'second'].map(stateOf)).toEqual(['stopped', 'finished']);
      expect(host.workspace.queue.list()).toEqual([]);
      expect(complaints).toEqual([]);
    });
  },
);
