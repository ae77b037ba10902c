import { cpSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { fingerprintSources, isBuildOf, markBuild } from '../build/window-build.ts';

function makeProject() {
  const root = mkdtempSync(join(tmpdir(), 'anamnesis-build-'));
  onTestFinished(() => {
    rmSync(root, { recursive: true });
  });
  const write = (path: string, content: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  };
  write('package.json', '{}');
  write('renderer/main.ts', 'first');
  write('renderer/study/Page.svelte', 'page');
  write('main/core/api/contract/run.ts', 'contract');
  write('out/renderer/index.html', 'built');
  const isCurrent = () => isBuildOf(fingerprintSources(root), root);
  return {
    root,
    write,
    isCurrent,
    build: () => {
      markBuild(fingerprintSources(root), root);
    },
  };
}

test('a build of which nobody knows the sources is made again, one of these sources is not', () => {
  const { root, isCurrent, build } = makeProject();
  expect(isCurrent()).toBe(false);
  build();
  expect(isCurrent()).toBe(true);
  rmSync(join(root, 'out/renderer/index.html'));
  expect(isCurrent()).toBe(false);
});

test('a source that changed, came, went or got another name makes a build old', () => {
  const { root, write, isCurrent, build } = makeProject();
  const changes = [
    () => {
      write('renderer/main.ts', 'other');
    },
    () => {
      write('renderer/study/New.svelte', 'new');
    },
    () => {
      rmSync(join(root, 'renderer/study/New.svelte'));
    },
    () => {
      write('main/core/api/contract/run.ts', 'other contract');
    },
    () => {
      write('package-lock.json', '{"other":"packages"}');
    },
    () => {
      cpSync(join(root, 'renderer/main.ts'), join(root, 'renderer/start.ts'));
      rmSync(join(root, 'renderer/main.ts'));
    },
  ];
  for (const change of changes) {
    build();
    expect(isCurrent()).toBe(true);
    change();
    expect(isCurrent(), change.toString()).toBe(false);
  }
});

test('times, tests and readings make no build old', () => {
  const { root, write, isCurrent, build } = makeProject();
  build();
  utimesSync(join(root, 'renderer/main.ts'), 4e9, 4e9);
  write('renderer/main.test.ts', 'test');
  write('renderer/README.md', 'reading');
  expect(isCurrent()).toBe(true);
});
