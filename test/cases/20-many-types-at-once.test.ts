import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makePlace, runCommand } from '../studies/command-line.ts';
import { caseFolder } from './case-folder.ts';

const folder = caseFolder('20-many-types-at-once');

describe.skipIf(folder === null)(
  `many types at once (${folder ?? 'its inputs are absent'})`,
  () => {
    it('ends with exit code 0 and a few warnings', { timeout: 120_000 }, async () => {
      const place = makePlace();
      onTestFinished(() => {
        rmSync(place.folder, { recursive: true });
      });
      const copy = join(place.folder, 'case');
      cpSync(folder ?? '', copy, { recursive: true });
      const plan = join(copy, 'plan.json');
      const { exitCode, stderr } = await runCommand(['study', 'run', plan, ...place.options]);
      expect(exitCode).toBe(0);
      expect(stderr.split('\n').filter((line) => line.startsWith('warning:')).length).toBeLessThan(
        10,
      );
    });
  },
);
