import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { openWorkspace } from '#core/storage/workspace.ts';
import { makePlace, runCommand, smallPlan, type Place } from './command-line.ts';

/** Bad input gets a code, a remedy and a non-zero exit, and loses nothing. */
let place: Place;
beforeAll(() => {
  place = makePlace();
});
afterAll(() => {
  rmSync(place.folder, { recursive: true });
});

const run = (plan: object | string) =>
  runCommand(['study', 'run', place.writePlan(plan), ...place.options]);
const withScreenData = (files: readonly string[]) => ({
  ...smallPlan,
  tasks: { screen: { ...smallPlan.tasks.screen, data: { format: 'csv', files } } },
});
const header = 'note_id,patient_id,text,label\n';

describe('a plan', () => {
  test.for([
    ['with an unknown key', { ...smallPlan, folds: 3 }, 'plan.invalid', '"folds"'],
    ['that is not JSON', '{ name: 1 }', 'plan.not-json', 'plan.json'],
    [
      'with a name that it does not define',
      { ...smallPlan, comparisons: [{ model: 'adapted', against: 'gneral' }] },
      'plan.unknown-name',
      'gneral',
    ],
  ] as const)('%s', async ([, plan, code, named]) => {
    const result = await run(plan);
    expect(result.stderr).toContain(`error ${code}`);
    expect(result.stderr).toContain(named);
    expect(result.stderr).toContain('remedy');
    expect(result.exitCode).toBe(2);
  });
});

describe('data', () => {
  test.for([
    ['a missing file', withScreenData(['nowhere.csv']), 'file.missing'],
    ['an empty data set', withScreenData(['empty.csv']), 'dataset.empty'],
    ['a label seen in one fold only', withScreenData(['lonely.csv']), 'folds.class-too-small'],
    ['a single class', withScreenData(['single.csv']), 'folds.single-class'],
    [
      'a corpus of which nothing is left',
      { ...smallPlan, corpora: { ...smallPlan.corpora, general: { files: ['blank.txt'] } } },
      'corpus.empty',
    ],
  ] as const)('%s', async ([, plan, code]) => {
    place.writeFile('empty.csv', header);
    const rows = Array.from({ length: 9 }, (_, n) => `n${n},p${n},een notitie ${n},no-test\n`);
    place.writeFile('single.csv', header + rows.join(''));
    place.writeFile('lonely.csv', `${header}${rows.join('')}n9,p9,nog een notitie,offer-test\n`);
    place.writeFile('blank.txt', '\n\n<p> </p>\n');
    const result = await run(plan);
    expect(result.stderr).toContain(`error ${code}`);
    expect(result.stderr).toContain('remedy');
    expect(result.exitCode).toBe(3);
  });

  test('that failed is told by list and report too, when the program has long ended', async () => {
    await run({ ...withScreenData(['nowhere.csv']), name: 'broken' });
    const list = await runCommand(['study', 'list', ...place.options]);
    expect(list.stdout).toMatch(/^failed +broken\n.*nowhere\.csv.*\[file\.missing\]$/m);
    const listed = await runCommand(['--json', 'study', 'list', ...place.options]);
    expect(JSON.parse(listed.stdout)).toContainEqual(
      expect.objectContaining({
        name: 'broken',
        state: 'failed',
        failure: expect.objectContaining({ code: 'file.missing' }) as unknown,
      }),
    );
    const folder = join(place.folder, 'broken-results');
    const report = await runCommand([
      'study',
      'report',
      'broken',
      '--results',
      folder,
      ...place.options,
    ]);
    expect(report.exitCode).toBe(0);
    expect(report.stdout).toMatch(/! The study failed: .*nowhere\.csv.*\[file\.missing\]/);
    expect(readFileSync(join(folder, 'report.html'), 'utf8')).toContain('[file.missing]');
  });

  test('that a changed plan could not read leaves results that are called old', async () => {
    const { corpora, vocabularies } = smallPlan;
    const plan = {
      name: 'changed',
      engine: 'onnx-cpu',
      corpora,
      vocabularies,
      models: {},
      tasks: {},
    };
    const missing = { ...corpora, general: { files: ['nowhere.txt'] } };
    const folder = join(place.folder, 'changed-results');
    const report = async () => {
      const argv = ['study', 'report', 'changed', '--results', folder, ...place.options];
      expect((await runCommand(argv)).exitCode).toBe(0);
      return JSON.parse(readFileSync(join(folder, 'results.json'), 'utf8')) as {
        runs: { state: string }[];
        warnings: { about: string; text: string }[];
      };
    };
    const old = [{ about: 'changed', text: expect.stringContaining('not yet compared') as string }];
    for (const [corpora, exitCode, warnings] of [
      [plan.corpora, 0, []],
      [missing, 3, old],
      [plan.corpora, 0, []],
    ] as const) {
      expect((await run({ ...plan, corpora })).exitCode).toBe(exitCode);
      expect(await report()).toMatchObject({ runs: [{ state: 'finished' }], warnings });
    }
  });

  test('without its column is explained, and not with the data of another study', async () => {
    const rows = Array.from(
      { length: 8 },
      (_, n) => `n${n},p${n},notitie ${n},${n % 2 ? 'a' : 'b'}\n`,
    );
    place.writeFile('columns.csv', `${header}n9,p9,kort\n${rows.join('')}`);
    const screen = {
      ...smallPlan.tasks.screen,
      epochs: 1,
      data: { format: 'csv', files: ['columns.csv'] },
    };
    const other = { ...smallPlan, name: 'other', tasks: { screen } };
    const data = { ...screen.data, labelColumn: 'etiket' };
    const failing = { ...smallPlan, name: 'no-column', tasks: { screen: { ...screen, data } } };
    const result = await run(failing);
    expect(result.stderr).toContain('error dataset.empty');
    expect(result.stderr.match(/none named "etiket"/g), 'told once').toHaveLength(1);
    await run(other);
    const folder = join(place.folder, 'no-column-results');
    const argv = ['study', 'report', 'no-column', '--results', folder, ...place.options];
    const report = await runCommand(argv);
    expect(report.stdout).toContain('screen: 0 notes');
    const problems = readFileSync(join(folder, 'import-problems.csv'), 'utf8');
    expect(problems.trim().split('\n')).toHaveLength(2);
    expect(problems).toContain('file-column-missing');
  });

  test('whose label column holds texts lets none of them out', async () => {
    const rows = Array.from({ length: 8 }, (_, n) => `n${n},p${n},x,KANARIE zingt ${n >> 1}${n}\n`);
    const long = 'KANARIE zingt een lang lied over zichzelf. '.repeat(5);
    place.writeFile('short-texts.csv', header + rows.join(''));
    place.writeFile('long-texts.csv', header + `n1,p1,x,"${long}"\nn2,p2,y,"${long}"\n`.repeat(9));
    for (const [file, code] of [
      ['short-texts.csv', 'folds.class-too-small'],
      ['long-texts.csv', 'dataset.empty'],
    ] as const) {
      const result = await run({ ...withScreenData([file]), name: 'texts' });
      expect(result.stderr).toContain(`error ${code}`);
      expect(result.stderr).toContain('label column');
      expect(result.stdout + result.stderr).not.toContain('KANARIE');
    }
  });

  test(
    'three bad rows are left out, the rest is used, and a text without tokens is no obstacle',
    { timeout: 300_000 },
    async () => {
      const good = Array.from(
        { length: 12 },
        (_, n) => `n${n},p${n},patiënt met klacht ${n},${n % 2 ? 'offer-test' : 'no-test'}\n`,
      );
      const bad = 'n20,p20,no-test\nn21,p21,,no-test\nn22,p22,tekst zonder label,\n';
      // U+200B is removed in tokenising: the note has text, but no token.
      const empty = 'n23,p23,\u200b,no-test\n';
      place.writeFile('mixed.csv', header + bad + good.join('') + empty);
      const plan = { ...withScreenData(['mixed.csv']), name: 'mixed' };
      const result = await run(plan);
      expect(result.stderr).toContain('task screen: 13 notes in 2 folds');
      expect(result.stdout).toContain('3 problems');
      const listed = readFileSync(
        join(place.folder, 'mixed-results', 'import-problems.csv'),
        'utf8',
      );
      expect(listed.match(/^mixed\.csv,\d+/gm)).toEqual([
        'mixed.csv,2',
        'mixed.csv,3',
        'mixed.csv,4',
      ]);
      expect(result.exitCode).toBe(0);
    },
  );
});

describe('a workspace', () => {
  test('with a wrong passphrase', async () => {
    const wrong = join(place.folder, 'wrong');
    writeFileSync(wrong, 'battery staple\n', { mode: 0o600 });
    const result = await runCommand([
      'study',
      'list',
      '-w',
      join(place.folder, 'workspace'),
      '--passphrase-file',
      wrong,
    ]);
    expect(result.stderr).toContain('error workspace.wrong-key');
    expect(result.exitCode).toBe(4);
  });

  test('with a passphrase file that others may read', async () => {
    const exposed = join(place.folder, 'exposed');
    writeFileSync(exposed, 'correct horse\n');
    chmodSync(exposed, 0o644);
    const result = await runCommand([
      'study',
      'list',
      '-w',
      join(place.folder, 'workspace'),
      '--passphrase-file',
      exposed,
    ]);
    expect(result.stderr).toContain('error passphrase.exposed');
    expect(result.stderr).not.toContain('correct horse');
    expect(result.exitCode).toBe(4);
  });

  test('with a damaged file is found by "workspace verify"', async () => {
    const own = makePlace();
    onTestFinished(() => {
      rmSync(own.folder, { recursive: true });
    });
    const folder = join(own.folder, 'workspace');
    const workspace = openWorkspace(folder, { passphrase: 'correct horse' });
    const { id } = await workspace.blobs.write([new Uint8Array(1000)]);
    workspace.close();
    const sound = await runCommand(['workspace', 'verify', ...own.options]);
    expect(sound.stdout).toContain('database and files: sound');
    expect(sound.exitCode).toBe(0);
    const file = join(folder, 'blobs', `${id}.blob`);
    const bytes = readFileSync(file);
    bytes[bytes.length - 1] ^= 1;
    writeFileSync(file, bytes);
    const damaged = await runCommand(['workspace', 'verify', ...own.options]);
    expect(damaged.stdout).toContain(`blob.damaged ${id}`);
    expect(damaged.exitCode).toBe(4);
  });

  test('that is not there', async () => {
    const [, , ...secret] = place.options;
    const result = await runCommand(['study', 'list', '-w', join(place.folder, 'no'), ...secret]);
    expect(result.stderr).toContain('error workspace.missing');
    expect(result.exitCode).toBe(4);
  });
});

test('an unknown command says so and gives exit code 2', async () => {
  const result = await runCommand(['studdy']);
  expect(result.stderr).toContain("unknown command 'studdy'");
  expect(result.exitCode).toBe(2);
});

test('--help is on a command and its parts, and lists exit codes', async () => {
  const commands = [[], ['study'], ['study', 'run'], ['doctor']];
  for (const command of commands) {
    const result = await runCommand([...command, '--help']);
    expect(result.exitCode, command.join(' ')).toBe(0);
    expect(result.stdout).toContain(command.length === 0 ? 'Exit codes:' : 'Usage:');
  }
});
