import { expect, it } from 'vitest';
import { writeReport } from './html/write-report.ts';
import { sampleStudyResults } from './sample-study-results.ts';
import { writeResultsJson } from './write-results-json.ts';
import { writeTerminalReport } from './write-terminal-report.ts';
import type { StudyResults } from './study-results.ts';

const hebrew = 'מודל כללי';
const chinese = '肿瘤';

/** The sample with titles in scripts of both directions. */
function titled(): StudyResults {
  const { study, models, tasks, ...others } = sampleStudyResults();
  return {
    ...others,
    study: { ...study, title: 'Étude n° 1' },
    models: models.map((model, index) => (index === 0 ? { ...model, title: hebrew } : model)),
    tasks: tasks.map((task) => (task.name === 'tumours' ? { ...task, title: chinese } : task)),
  };
}

it('the report shows titles, each for itself, in tables, plots and sentences', () => {
  const results = titled();
  const report = writeReport(results);
  expect(report).toContain('Étude n° 1');
  expect(report).toContain(`\u2068${hebrew}\u2069`);
  expect(report).toContain(`\u2068${chinese}\u2069`);
  expect(report).not.toContain(`“${results.models[0].name}”`);
});

it('the terminal shows titles, and its columns stay in line', () => {
  const report = writeTerminalReport(titled());
  expect(report).toContain(hebrew);
  expect(report).toContain(`${chinese}: `);
  expect(report).not.toContain('\u2068');
});

it('results.json has the identifier as the key, and the title beside it', () => {
  const read = JSON.parse(writeResultsJson(titled())) as StudyResults;
  const [{ name, title }] = read.models;
  expect(title).toBe(hebrew);
  expect(read.measurements.some(({ model }) => model === name)).toBe(true);
});

it('tables name a task whose encoders were frozen as such, in the language of the report', () => {
  const results = sampleStudyResults();
  const [first, ...others] = results.tasks;
  const frozen = { ...results, tasks: [{ ...first, frozenEncoder: true }, ...others] };
  for (const written of [writeReport(frozen), writeTerminalReport(frozen)]) {
    expect(written).toContain(`${first.name} (frozen encoder)`);
    expect(written).not.toContain(`${others[0].name} (frozen encoder)`);
  }
  expect(writeReport(frozen, 'ro')).toContain(`${first.name} (codificator înghețat)`);
});
