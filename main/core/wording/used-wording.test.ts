import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { catalogue } from './catalogue.ts';
import { en } from './en.ts';
import type { Area } from './wording.ts';

const root = resolve(import.meta.dirname, '../../..');

/** All that may say something: the code without its tests and without the wording itself. */
const files = ['main', 'renderer'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(ts|svelte)$/.test(path) && !path.endsWith('.test.ts'))
    .map((path) => join(root, folder, path))
    .filter((path) => !/wording.[^.]+.(messages|en|nl|es|ro)\.ts$/.test(path)),
);
const code = files.map((path) => readFileSync(path, 'utf8')).join('\n');

/** Areas that have a message for each member of a closed list, which their types see to. */
const tables: ReadonlySet<Area> = new Set<Area>([
  'checklistTopics',
  'choiceNames',
  'fieldMeanings',
  'fieldNames',
]);

test('the code was found', () => {
  expect(files.length).toBeGreaterThan(300);
});

describe.each((Object.keys(en) as Area[]).filter((area) => !tables.has(area)))(
  'In the area %s',
  (area) => {
    test('each message is used', () => {
      const unused = Object.keys(en[area]).filter(
        (key) => !code.includes(`'${key}'`) && !new RegExp(`\\b${area}\\.${key}\\b`).test(code),
      );
      expect(unused).toEqual([]);
    });
  },
);

/** All messages of a language; functions say nothing without values, so their code is looked at. */
function messagesOf(language: keyof typeof catalogue): [string, string][] {
  return Object.entries(catalogue[language]).flatMap(([area, messages]) =>
    Object.entries(messages as object).map(([key, message]): [string, string] => [
      `${area}.${key}`,
      String(message),
    ]),
  );
}

/** What is the same in all languages: marks between parts, names of files and commands. */
const sameEverywhere: ReadonlySet<string> = new Set([
  'common.names',
  'figures.gap',
  'figures.interval90',
  'findings.aboutModel',
  'lastTest.bounds',
  'lineage.ofPlan',
  'losses.corpusPlace',
  'methods.model',
  'modelCard.tokens',
  'report.fold',
  'report.foldValue',
  'report.tokenCount',
  'losses.labelCount',
  'losses.ruleAndCount',
  'common.sentences',
  'common.clauses',
  'common.commas',
  'common.within',
  'files.withSystemCode',
]);

test.each(['nl', 'es', 'ro'] as const)('in %s nothing long is left in English', (language) => {
  const english = new Map(messagesOf('en'));
  const same = messagesOf(language).filter(
    ([path, text]) =>
      text === english.get(path) && !sameEverywhere.has(path) && text.split(/\s+/).length > 2,
  );
  expect(same).toEqual([]);
});

test('Romanian is written with commas below, not with cedillas', () => {
  expect(messagesOf('ro').filter(([, text]) => /[şţŞŢ]/.test(text))).toEqual([]);
});
