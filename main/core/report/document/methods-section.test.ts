import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { languages, type Language } from '#core/wording/language.ts';
import { writeDocx } from '../docx/write-docx.ts';
import { writeReportPage } from '../html/write-report.ts';
import { writeLatex } from '../latex/write-latex.ts';
import { sampleStudyResults } from '../sample-study-results.ts';
import type { StudyResults } from '../study-results.ts';
import { writeTypst } from '../typst/write-typst.ts';
import { makeReport } from './make-report.ts';
import { textOf } from './report-document.ts';

const sample = sampleStudyResults();

function tellMethods(results: StudyResults, language: Language = 'en'): string {
  const { sections } = makeReport(results, language, { withMethods: true });
  const blocks = sections.find(({ id }) => id === 'methods')?.blocks ?? [];
  return blocks
    .flatMap((block) => (block.kind === 'paragraph' ? textOf(block.line) : []))
    .join('\n');
}

/** What is said to be missing. */
const listMissing = (text: string) =>
  Array.from(text.matchAll(/([^.\n…]+): NOT RECORDED/g), ([, what]) => what.trim());

describe('methods in sentences', () => {
  it('are in a report only where they are asked for', () => {
    const ids = (withMethods: boolean) =>
      makeReport(sample, 'en', { withMethods }).sections.map(({ id }) => id);
    expect(ids(false)).not.toContain('methods');
    expect(ids(true)).toContain('methods');
  });

  it('tell what was recorded, and only what no workspace keeps is missing', () => {
    const text = tellMethods(sample);
    for (const sentence of [
      'Corpus “clinical” was read from cases.txt: 501 documents, 48,211 lines and 2,041,887 tokens after cleaning. Cleaning removed: 1,204 empty lines, 873 duplicate lines. Last read on',
      'SHA-256 of the data and of how it is read: 07c3b9a04e6d2f81…',
      'Labels left out by the import: SITE 80, STAGE 12.',
      'Import: 0 repaired, 4 left out, 0 kept as they were.',
      '“adapted”: random weights → pre-trained on general, 5 epochs → pre-trained on clinical, 5 epochs. It has 7,112,192 parameters. Pre-training: at most 5 epochs, 32 rows per optimiser step of at most 512 tokens, learning rate 1e-4, 15 % of tokens masked.',
      'cross-validated in 5 stratified folds, never splitting a document',
      'At most 4 epochs, batches of 16, learning rate 2e-5, at most 256 tokens.',
      'Seed of every division and of all random numbers: 20261.',
      'Computed with onnx-cpu, 2 cores.',
      '48 finished runs took 1 h 4 min together.',
      'Wilcoxon’s signed-rank test, two-sided',
      'a family of 4.',
    ])
      expect(text).toContain(sentence);
    expect(listMissing(text)).toEqual([
      'Processor, memory and operating system',
      'Energy',
      'Version with which each run was made',
    ]);
  });

  it('say that a fact is missing where it was not recorded', () => {
    const { recorded, ...others } = sample;
    const text = tellMethods(others);
    expect(recorded).toBeDefined();
    expect(listMissing(text).filter((what) => what === 'Date of reading and hash')).toHaveLength(4);
    expect(listMissing(text)).toEqual(
      expect.arrayContaining(['Settings of pre-training', 'Settings of fine-tuning', 'Seed']),
    );
    expect(text).not.toMatch(/learning rate|Last read|undefined|NaN/);
  });

  it('tell nothing of what has not been run', () => {
    const runs = sample.runs.map((run) => ({ ...run, state: 'queued' as const }));
    const text = tellMethods({ ...sample, runs, comparisons: [] });
    expect(text).not.toMatch(
      /cross-validated|Pre-training|pre-trained|learning rate|Wilcoxon|Holm/,
    );
    expect(text).toContain('Time that runs took: NOT RECORDED');
    expect(text).toContain('No models were compared by a test.');
  });

  it('name each test only where it was used', () => {
    const bootstrap = { resamples: 2000, method: 'bca', groups: 90, folds: [0] } as const;
    const judgement = { task: 'negation', models: [], pairs: [] };
    const none = tellMethods(sample);
    expect(none).not.toMatch(
      /bootstrap|McNemar|Friedman|equivalence|threshold|Calibration|Last test/,
    );
    expect(tellMethods({ ...sample, judgements: [{ ...judgement, bootstrap }] })).toContain(
      'Intervals of “negation” come from 2,000 bootstrap resamples of 90 patients, documents or single examples (BCa).',
    );
    const paired = {
      ...{ noteCount: 9, groupCount: 9, onlyARight: 3, onlyBRight: 1, difference: 0.2 },
      ...{ interval: null, statistic: 1, p: 0.3, exactP: 0.6 },
    };
    const pair = { modelA: 'adapted', modelB: 'from scratch', pairedPHolm: null, differences: [] };
    const told = (one: typeof paired | null) =>
      tellMethods({
        ...sample,
        judgements: [{ ...judgement, bootstrap: null, pairs: [{ ...pair, paired: one }] }],
      });
    expect(told(paired)).toContain('McNemar’s test, exact');
    expect(told(null)).not.toContain('McNemar');
  });

  it('tell a last test, with the hash of its set', () => {
    const lastTest = {
      ...{ task: 'negation', model: 'adapted', modelId: 'm', engine: 'onnx-cpu', examples: 200 },
      ...{ groups: 150, unknownLabels: [], earlier: 1, figures: [], rule: null },
      sets: [{ name: 'kept', version: 2, hash: 'ab12'.repeat(16) }],
      testedAtMs: Date.UTC(2026, 10, 22),
    };
    expect(tellMethods({ ...sample, lastTests: [lastTest] })).toMatch(
      /Last test of negation on kept version 2\. adapted: 200 examples of 150 patients or documents.*1 last test before.*SHA-256 of the set: ab12ab12ab12ab12…/,
    );
  });

  it('find the settings of models and tasks that have titles', () => {
    const titled = <Named extends object>(all: readonly Named[]) =>
      all.map((each) => ({ ...each, title: 'Ţ <i>' }));
    const text = tellMethods({
      ...sample,
      models: titled(sample.models),
      tasks: titled(sample.tasks),
    });
    expect(listMissing(text)).toHaveLength(3);
  });

  it('say as much in every language', () => {
    const counts = (Object.keys(languages) as Language[]).map((language) => {
      const text = tellMethods(sample, language);
      expect(text, language).not.toMatch(/undefined|NaN|null/);
      return [text.split('\n').length, text.match(/: [A-ZÎ]+ [A-Z]+\.|: NEÎNREGISTRAT\./g)?.length];
    });
    expect(counts).toEqual(counts.map(() => [counts[0][0], 3]));
  });

  it('escape what names hold, in every format', () => {
    const name = '<img src=x>\\input{a}#eval("1")';
    const hostile = {
      ...sample,
      corpora: sample.corpora.map((each) => ({ ...each, corpus: name, source: name })),
    };
    const { sections, ...others } = makeReport(hostile, 'en', { withMethods: true });
    const report = { ...others, sections: sections.filter(({ id }) => id === 'methods') };
    const page = writeReportPage(report);
    expect(page).toContain('&lt;img src=x&gt;');
    expect(page).not.toContain('<img src=x>');
    const document = strFromU8(unzipSync(writeDocx(report))['word/document.xml']);
    expect(document).toContain('&lt;img src=x&gt;');
    expect(document).not.toContain('<img src=x>');
    const latex = writeLatex(report);
    expect(latex).toContain('input\\{a\\}');
    expect(latex).not.toContain('\\input{a}');
    const typst = writeTypst(report);
    expect(typst).toContain('#eval(\\"1\\")');
    expect(typst).not.toContain('#eval("1")');
  });
});
