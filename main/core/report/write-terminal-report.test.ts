import { describe, expect, it } from 'vitest';
import { writeReport } from './html/write-report.ts';
import { sampleStudyResults } from './sample-study-results.ts';
import { writeTerminalReport } from './write-terminal-report.ts';
import { writeTextTable } from './write-text-table.ts';

describe('writeTextTable', () => {
  it('aligns text to the left and numbers to the right, also with accents', () => {
    const table = writeTextTable({
      header: ['Model', 'F1'],
      rows: [
        ['română', '0.9'],
        ['x', '10.25'],
      ],
      numeric: [1],
    });
    expect(table.split('\n')).toEqual([
      'Model      F1',
      '──────  ─────',
      'română    0.9',
      'x       10.25',
    ]);
  });
});

describe('writeTerminalReport', () => {
  const text = writeTerminalReport(sampleStudyResults());

  it('has a table per task that says which F1 it prints', () => {
    expect(text).toContain('negation: 1,838 notes, 10 folds');
    expect(text).toContain('tumours: 12,846 sentences, 5 folds');
    expect(text).toMatch(/F1 \(micro\).*F1 \(macro\).*F1 \(weighted\)/);
  });

  it('has the mean of the primary metric with half its 95 % interval', () => {
    const values = sampleStudyResults()
      .measurements.filter(({ model, metric }) => model === 'adapted' && metric.name === 'mcc')
      .map(({ metric }) => metric.value);
    const mean = values.reduce((sum, value) => sum + value, 0) / 10;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 9;
    // t(0.975, 9) = 2.262157
    const half = (2.262157 * Math.sqrt(variance)) / Math.sqrt(10);
    expect(text).toMatch(
      new RegExp(`^adapted +10/10 +${mean.toFixed(3)} ± ${half.toFixed(3)} `, 'm'),
    );
  });

  it('says that five folds cannot show a difference', () => {
    expect(text).toContain(
      'with 5 folds the smallest two-sided p that can occur is 0.0625, so no difference could be significant at 0.05',
    );
  });

  it('says which test decides where examples were divided several times, in the page too', () => {
    const sample = sampleStudyResults();
    const [first, ...others] = sample.comparisons;
    const repeated = { ...first, result: { ...first.result, decidedBy: 'corrected-t' } } as const;
    const said = 'p (Holm) and the verdict are of the corrected test over all folds';
    for (const write of [writeTerminalReport, writeReport]) {
      expect(write(sample)).not.toContain(said);
      expect(write({ ...sample, comparisons: [repeated, ...others] })).toContain(said);
    }
  });

  it('shows how vocabularies cut corpora, before and after', () => {
    expect(text).toMatch(/words +general +160,112 +1\.338 +– +0 % +–/);
    expect(text).toMatch(/adapted +clinical +1,204,961 +1\.512 +1\.942 +0\.27 % +0\.21 %/);
    expect(writeTerminalReport(sampleStudyResults())).toMatch(
      /adapted, before its pre-training +clinical +7,431 +12 +61\.3 +2,015\n/,
    );
    expect(writeTerminalReport({ ...sampleStudyResults(), perplexities: [] })).not.toContain(
      'Perplexity',
    );
    expect(writeTerminalReport({ ...sampleStudyResults(), vocabularies: [] })).not.toContain(
      'Tokens/word',
    );
  });

  it('ends with the warnings', () => {
    expect(text).toContain('! tumours: "SITE" is missing from some folds.');
    expect(text).toContain('! Import: 4 problems');
  });

  it('says why a study failed, where, and what to do', () => {
    const results = sampleStudyResults();
    const failure = {
      code: 'file.missing',
      expected: 'a file',
      found: 'none',
      remedy: 'Correct the path.',
      place: 'corpora.general',
    };
    expect(writeTerminalReport({ ...results, study: { ...results.study, failure } })).toContain(
      '! The study failed: corpora.general: expected a file, found none. Correct the path. [file.missing]',
    );
  });

  it('shows models without a finished fold', () => {
    const unfinished = { ...sampleStudyResults(), measurements: [], comparisons: [] };
    expect(writeTerminalReport(unfinished)).toContain('negation: 1,838 notes');
  });
});
