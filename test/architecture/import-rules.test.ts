import { execFile } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violations } from './violations.ts';

const root = resolve(import.meta.dirname, '../..');
const configuration = createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs')) as {
  forbidden: { name: string; severity: string; comment?: string }[];
};

interface CruiseResult {
  readonly summary: {
    readonly totalCruised: number;
    readonly violations: readonly { from: string; to: string; rule: { name: string } }[];
  };
}

/** Runs the same program as `npm run check:imports`. */
async function cruise(folder: string, configurationFile: string): Promise<CruiseResult> {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const args = ['main', 'renderer', 'preload', '--config', configurationFile, '-T', 'json'];
  const run = promisify(execFile)(process.execPath, [program, ...args], {
    cwd: folder,
    maxBuffer: 2 ** 28,
  });
  // It exits with an error code when a rule is broken, with the same output.
  const { stdout } = await run.catch((error: unknown) => error as { stdout: string });
  return JSON.parse(stdout) as CruiseResult;
}

describe('Of the import rules', () => {
  let copy: string;
  let found: CruiseResult;

  beforeAll(async () => {
    copy = mkdtempSync(join(tmpdir(), 'anamnesis-architecture-'));
    const write = (path: string, content: string): void => {
      mkdirSync(dirname(join(copy, path)), { recursive: true });
      writeFileSync(join(copy, path), content);
    };
    for (const name of readdirSync(root)) {
      if (/^(package\.json|tsconfig.*\.json|\.dependency-cruiser\.cjs)$/.test(name)) {
        copyFileSync(join(root, name), join(copy, name));
      }
    }
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
    // Packages are reached through a link here; their paths must look as in the project.
    write(
      'with-links.cjs',
      `const rules = require('./.dependency-cruiser.cjs');
       module.exports = { ...rules, options: { ...rules.options, preserveSymlinks: true } };`,
    );
    for (const folder of readdirSync(join(root, 'main/core'), { withFileTypes: true })) {
      if (folder.isDirectory()) write(`main/core/${folder.name}/target.ts`, 'export {};\n');
    }
    // Whatever a violation imports from a folder of its own room.
    for (const { from, imports } of Object.values(violations)) {
      if (/^\.\.?\/.+\/target/.test(imports)) write(join(dirname(from), imports), 'export {};\n');
    }
    for (const host of ['cli', 'server', 'desktop']) {
      write(`main/hosts/${host}/target.ts`, 'export {};\n');
    }
    write('preload/target.ts', 'export {};\n');
    write('main/core/base/second-half.ts', `import './first-half.ts';\n`);
    for (const { from, imports } of Object.values(violations))
      write(from, `import '${imports}';\n`);
    found = await cruise(copy, 'with-links.cjs');
  });

  afterAll(() => {
    rmSync(copy, { recursive: true, force: true });
  });

  test.each(configuration.forbidden.map(({ name }) => name))('%s bites, and it alone', (name) => {
    const violation = violations[name] ?? expect.fail('add a violation of this rule');
    const broken = found.summary.violations.filter(({ from }) => from === violation.from);
    expect(broken.map(({ rule }) => rule.name)).toEqual([name]);
  });

  test('none fires without a reason', () => {
    const meant = new Set(Object.values(violations).map(({ from }) => from));
    const others = found.summary.violations.filter(({ from }) => !meant.has(from));
    expect(others).toEqual([]);
  });

  test('all have a violation here, stop the check and say why', () => {
    expect(Object.keys(violations).sort()).toEqual(
      configuration.forbidden.map(({ name }) => name).sort(),
    );
    for (const rule of configuration.forbidden) {
      expect(rule.severity).toBe('error');
      expect(rule.comment).toMatch(/\w{3}/);
    }
  });
});

test('Every folder of the core has a rule of its own', () => {
  const folders = readdirSync(join(root, 'main/core'), { withFileTypes: true });
  const names = new Set(configuration.forbidden.map(({ name }) => name));
  const without = folders.filter(
    (entry) => entry.isDirectory() && !names.has(`core-${entry.name}`),
  );
  expect(without.map((entry) => entry.name)).toEqual([]);
});
