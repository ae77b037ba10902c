import { createHash } from 'node:crypto';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { formatP } from '#core/base/format-number.ts';
import type { StudyResults } from '../study-results.ts';
import { sampleStudyResults } from '../sample-study-results.ts';
import { writeReport } from './write-report.ts';

const results = sampleStudyResults();
const page = writeReport(results);

/** The cells of a table, row by row, as text. */
function cellsOf(html: string, caption: RegExp): string[][] {
  const tables = [...html.matchAll(/<table>([\s\S]*?)<\/table>/g)].map((match) => match[1]);
  const table = tables.find((each) => caption.test(each)) ?? '';
  return [...table.matchAll(/<tr[^>]*>([\s\S]*?)<\/tr>/g)].slice(1).map(([, row]) =>
    [...row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map((match) =>
      match[1]
        .replaceAll(/<[^>]*>/g, ' ')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    ),
  );
}

/** Mean and half the 95 % interval of ten folds, by the formula: t(0.975, 9) = 2.262157. */
function describeTen(values: readonly number[]): string {
  const mean = values.reduce((sum, value) => sum + value, 0) / 10;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 9;
  return `${mean.toFixed(3)} ± ${((2.262157 * Math.sqrt(variance)) / Math.sqrt(10)).toFixed(3)}`;
}

describe('report.html', () => {
  it('is well-formed, apart from what HTML lets stand open', () => {
    const parser = new SaxesParser();
    parser.on('error', (error) => {
      throw error;
    });
    parser.write(page.replace('<!doctype html>', '')).close();
  });

  it('says what the plan says of the study, as text', () => {
    expect(page).toContain('A made-up study: &lt;b&gt;three&lt;/b&gt; models on two tasks.');
  });

  it('counts every class and type, also what was left out of it and what is gone', () => {
    expect(cellsOf(page, /tumours: types and their entities/)).toEqual([
      ['MORPHOLOGY', '6,396', '75.1 %', '0'],
      ['SITE', '2,120', '24.9 %', '80'],
      ['STAGE', '0', '0.0 %', '12'],
    ]);
  });

  it('can load and run nothing: its policy allows its own style by hash and no more', () => {
    const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(page).toContain(`default-src &#39;none&#39;; style-src &#39;sha256-${hash}&#39;;`);
    expect(page).not.toMatch(/<script|<link|<img|<iframe|\sstyle=|\son\w+=|https?:|url\(|@import/i);
  });

  it('has no link without a target and no target twice', () => {
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    const links = [...page.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]);
    expect(links.length).toBeGreaterThan(results.runs.length);
    expect(links.filter((link) => !ids.includes(link))).toEqual([]);
    const labels = [...page.matchAll(/aria-labelledby="([^"]+)"/g)].flatMap((m) => m[1].split(' '));
    expect(labels.filter((label) => !ids.includes(label))).toEqual([]);
  });

  it('links every fold of every primary metric to its run', () => {
    const folds = results.measurements.filter(
      ({ metric }) => metric.name === 'mcc' || metric.name === 'f1-micro',
    );
    for (const { runId } of folds) {
      const place = 1 + results.runs.findIndex(({ id }) => id === runId);
      expect(page).toContain(`href="#run-${place}"`);
    }
  });

  it('gives every table a caption and every plot a text with all its values', () => {
    const count = (pattern: RegExp) => page.match(pattern)?.length ?? 0;
    expect(count(/<caption>/g)).toBe(count(/<table>/g));
    expect(count(/<desc /g)).toBe(results.tasks.length);
    const points = results.tasks.reduce((sum, { foldCount }) => sum + foldCount, 0);
    expect(count(/<circle/g)).toBe(points * results.models.length);
  });

  it('says which F1 it prints and what the folds can never show', () => {
    expect(page).toContain('Models are compared by F1 (micro).');
    expect(page).toMatch(
      /With 5 folds the smallest two-sided p that can occur is 0\.0625, so no difference can be significant/,
    );
    expect(page).toMatch(/With 10 folds the smallest two-sided p that can occur is 0\.00195/);
  });

  it('shows the mean of the folds with half its interval, beside the folds it is of', () => {
    const rows = cellsOf(page, /negation: mean over folds/);
    for (const [model, folds, mcc] of rows) {
      const values = results.measurements
        .filter((each) => each.model === model && each.metric.name === 'mcc')
        .map(({ metric }) => metric.value);
      expect([folds, mcc]).toEqual(['10 of 10', describeTen(values)]);
    }
    expect(rows).toHaveLength(3);
  });

  it('shows every p of a comparison in its column, folds from 1 on', () => {
    const rows = cellsOf(page, /Comparisons of models/);
    const [, second] = results.comparisons;
    const { wilcoxon, pHolm, correctedT } = second.result;
    const ps = [wilcoxon.p, pHolm, correctedT.p].map((p) => formatP(p));
    expect(new Set(ps).size).toBe(3);
    expect(rows[1].slice(4, 7)).toEqual(ps);
    expect(page).toContain('<title>Fold 1: ');
    expect(page).toContain('<title>Fold 10: ');
    expect(page).not.toContain('<title>Fold 0: ');
  });

  it('says in how many folds a type occurs where it is not in all', () => {
    expect(page).not.toMatch(/in \d of 5 folds/);
    const measurements = results.measurements.map((each) =>
      each.fold === 0 && each.metric.entityType === 'SITE' && each.metric.name === 'support'
        ? { ...each, metric: { ...each.metric, value: 0 } }
        : each,
    );
    const rows = cellsOf(writeReport({ ...results, measurements }), /by entity type/);
    expect(rows.map(([type]) => type).filter((type) => /folds/.test(type))).toEqual([
      'SITE 2,120 entities, in 4 of 5 folds',
    ]);
  });

  it('says how vocabularies cut corpora, and how those did from which they were extended', () => {
    const section = /<h2 id="vocabularies">[\s\S]*?<\/section>/.exec(page)?.[0] ?? '';
    const cells = [...section.matchAll(/<td class="number">([^<]*)<\/td>/g)].map((m) => m[1]);
    expect(cells).toEqual([
      ...['160,112', '1.338', '–', '0 %', '–'],
      ...['1,204,961', '1.512', '1.942', '0.27 %', '0.21 %'],
    ]);
    expect(section).toContain('extended by 1,000 to 9,000 tokens');
    expect(writeReport({ ...results, vocabularies: [] })).not.toContain('Tokens per word');
  });

  it('says of everything noteworthy in the files what was done', () => {
    const count = 1;
    const shown = writeReport({
      ...results,
      importProblems: [
        { file: 'a.csv', rule: 'row-column-count', action: 'left-out', count },
        { file: 'a.csv', rule: 'row-id-empty', action: 'repaired', count },
        { file: 'a.csv', rule: 'row-text-duplicate', action: 'kept', count },
      ],
    });
    const section = /<h2 id="import">[\s\S]*?<\/section>/.exec(shown)?.[0] ?? '';
    const cells = [...section.matchAll(/<td[^>]*>([^<]*)<\/td>/g)].map((match) => match[1]);
    expect(cells.filter((cell) => /^(left out|repaired|kept)$/.test(cell))).toEqual([
      'left out',
      'repaired',
      'kept',
    ]);
  });

  it('shows names from plans and data as text, never as markup', () => {
    const hostile = '"><img src=x onerror=alert(1)>&\'';
    const renamed = JSON.parse(
      JSON.stringify(results)
        .replaceAll('"adapted"', JSON.stringify(hostile))
        .replaceAll('SITE', JSON.stringify(`${hostile}SITE`).slice(1, -1)),
    ) as StudyResults;
    const attacked = writeReport(renamed);
    expect(attacked).not.toContain('<img');
    expect(attacked).toContain('&quot;&gt;&lt;img src=x onerror=alert(1)&gt;&amp;&#39;');
  });

  it('is written while the study runs, and when nothing has finished', () => {
    const running = writeReport({
      ...results,
      study: { ...results.study, finishedAtMs: null },
      measurements: results.measurements.filter(({ fold }) => fold < 1),
      comparisons: [],
    });
    expect(running).toContain('Not finished');
    expect(running).not.toMatch(/NaN|Infinity|undefined|null/);
    const failure = {
      code: 'file.missing',
      expected: 'a file',
      found: 'none',
      remedy: 'Correct the path.',
      place: null,
    };
    const study = { ...results.study, finishedAtMs: null, failure };
    expect(writeReport({ ...results, study })).toContain(
      'The study failed: expected a file, found none. Correct the path. [file.missing]',
    );
    const empty = writeReport({ ...results, measurements: [], comparisons: [], runs: [] });
    expect(empty).not.toMatch(/NaN|Infinity|undefined|<svg/);
  });
});
