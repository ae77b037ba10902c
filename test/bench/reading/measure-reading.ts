import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createWorkspace } from '#core/storage/workspace.ts';
import { loadTask } from '#core/study/data/load-task.ts';
import { trainerFlags } from '#hosts/composition/launch-trainer.ts';
import { planSchema } from '#core/study/plan/plan-schema.ts';

/**
 * Reads one labelled set into a new workspace, as a study does, and prints what that took: seconds,
 * and the peak of memory over that of the process before. One process per figure, for a peak does
 * not fall, and with the settings of the process that trains:
 * node test/bench/reading/measure-reading.ts <format> <file or folder>
 */
if (process.execArgv.length === 0) {
  const { status } = spawnSync(process.execPath, [...trainerFlags, ...process.argv.slice(1)], {
    stdio: 'inherit',
  });
  process.exit(status ?? 1);
}
const [format, path] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'anamnesis-reading-'));
const workspace = createWorkspace(join(folder, 'w'), {
  passphrase: 'correct horse battery staple',
  scrypt: { N: 16, r: 8, p: 1 },
});
const kind = format === 'csv' ? 'classification' : 'entities';
const task = { kind, data: { format, files: [path] }, folds: 5 };
const plan = planSchema.parse({ name: 'p', models: {}, tasks: { task } }).tasks.task;
const peakMiB = () => process.resourceUsage().maxRSS / 1024;
const before = peakMiB();
const began = performance.now();
const prepared = loadTask(workspace, 'task', { plan, seed: 1, onRead: () => undefined });
const items = prepared.kind === 'entities' ? prepared.sentences : prepared.notes;
const seconds = (performance.now() - began) / 1000;
const { user, system } = process.cpuUsage();
process.stdout.write(
  `${JSON.stringify({ format, items: items.length, seconds: Math.round(seconds * 10) / 10, processorSeconds: Math.round((user + system) / 1e5) / 10, baselineMiB: Math.round(before), addedMiB: Math.round(peakMiB() - before) })}\n`,
);
workspace.close();
rmSync(folder, { recursive: true, force: true });
