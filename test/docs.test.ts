import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { errorCodes } from '#core/base/error-codes.ts';
import { importRules } from '#core/domain/import-report.ts';
import { generatedDocs } from '../build/generated-docs.ts';

const root = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

test.for(Object.entries(generatedDocs()))('%s is what the code says', ([path, content]) => {
  expect(read(path), 'run: npm run docs').toBe(content);
});

test('no error code and no rule of the import is listed that nothing uses', () => {
  const tables = /\/(error-codes|import-report)\.ts$/;
  const code = globSync('{main,renderer}/**/*.{ts,svelte}', { cwd: root })
    .filter((path) => !tables.test(path) && !path.endsWith('.test.ts'))
    .map(read)
    .join('\n');
  const names = [...Object.keys(errorCodes), ...Object.keys(importRules)];
  expect(names.filter((name) => !code.includes(`'${name}'`))).toEqual([]);
});

describe('Documents for people', () => {
  const pages = globSync('{*.md,{build,docs,main,preload,renderer,resources,test}/**/*.md}', {
    cwd: root,
  });

  test('link only to what is there', () => {
    const broken = pages.flatMap((page) =>
      [...read(page).matchAll(/\]\(([^)#]+)/g)]
        .map(([, target]) => target)
        .filter((target) => !/^https?:/.test(target))
        .filter((target) => !existsSync(join(root, dirname(page), target)))
        .map((target) => `${page}: ${target}`),
    );
    expect(pages.length).toBeGreaterThan(30);
    expect(broken).toEqual([]);
  });

  test('name only error codes that there are', () => {
    const areas = new Set(Object.keys(errorCodes).map((code) => code.split('.')[0]));
    const unknown = pages.flatMap((page) =>
      [...read(page).matchAll(/`([a-z]+)\.([a-z]+-[a-z-]+)`/g)]
        .filter(([, area]) => areas.has(area))
        .map(([, area, rest]) => `${area}.${rest}`)
        .filter((code) => !Object.hasOwn(errorCodes, code))
        .map((code) => `${page}: ${code}`),
    );
    expect(unknown).toEqual([]);
  });
});
