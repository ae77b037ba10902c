import { rmSync } from 'node:fs';
import { expect, it, onTestFinished } from 'vitest';
import { makePlace, runCommand, type Place } from './command-line.ts';

const documentCount = 200;
const warningsOf = (stderr: string) =>
  stderr.split('\n').filter((line) => line.startsWith('warning: '));

/** Each document has two types that no other has, and half of all types differ in case only. */
function writeDocuments(place: Place): void {
  for (let index = 0; index < documentCount; index++) {
    const [word, other] = [`fever${index}`, `cough${index}`];
    const text = `Patient has ${word} and ${other}.`;
    const end = 12 + word.length;
    const begin = end + 5;
    place.writeFile(`brat/d${index}.txt`, text);
    place.writeFile(
      `brat/d${index}.ann`,
      `T1\tT${index} 12 ${end}\t${word}\nT2\tt${index} ${begin} ${begin + other.length}\t${other}\n`,
    );
  }
}

const task = { kind: 'entities', folds: 2, data: { format: 'brat', files: ['brat'] } };
const time = 120_000;

it(
  'a study with a warning for each of 400 types ends in order, with a few warnings, and again',
  { timeout: time },
  async () => {
    const place = makePlace();
    onTestFinished(() => {
      rmSync(place.folder, { recursive: true });
    });
    writeDocuments(place);
    const plan = place.writePlan({ name: 'many', models: {}, tasks: { types: task } });
    for (const time of ['first', 'second']) {
      const { exitCode, stderr } = await runCommand(['study', 'run', plan, ...place.options]);
      expect(stderr, time).not.toContain('trainer.crashed');
      expect(exitCode, time).toBe(0);
      const warnings = warningsOf(stderr);
      expect(warnings.length).toBeLessThanOrEqual(6);
      expect(warnings.join('\n').length).toBeLessThan(2000);
      const told = warnings.find((warning) => warning.includes('In one fold only'));
      expect(told).toContain('and 392 more (400 in all)');
      expect(warnings.at(3)).toContain('197 more remarks on labels that are alike');
    }
  },
);

it(
  'a mistyped path beside a burst of warnings is told as what it is',
  { timeout: time },
  async () => {
    const place = makePlace();
    onTestFinished(() => {
      rmSync(place.folder, { recursive: true });
    });
    writeDocuments(place);
    const missing = { ...task, data: { ...task.data, files: ['bart'] } };
    const plan = place.writePlan({ name: 'path', models: {}, tasks: { types: task, missing } });
    const { exitCode, stderr } = await runCommand(['study', 'run', plan, ...place.options]);
    expect(stderr).toContain('file.missing');
    expect(exitCode).toBe(3);
  },
);
