import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleStudyResults } from './sample-study-results.ts';
import { writeCsv } from './write-csv.ts';
import { writeResultsCsv } from './write-results-csv.ts';
import { writeResultsJson } from './write-results-json.ts';

describe('writeResultsCsv', () => {
  it('has a line per measurement, which reads back to the same numbers', () => {
    const results = sampleStudyResults();
    const rows = parse<Record<string, string>>(writeResultsCsv(results), { columns: true });
    expect(rows).toHaveLength(results.measurements.length);
    rows.forEach((row, index) => {
      const { model, task, fold, metric, runId } = results.measurements[index];
      expect(row).toEqual({
        model,
        task,
        fold: String(fold + 1),
        metric: metric.name,
        entity_type: metric.entityType ?? '',
        value: String(metric.value),
        run: runId,
      });
      expect(Number(row['value'])).toBe(metric.value);
    });
  });
});

describe('writeCsv', () => {
  it('makes formulas harmless, and leaves numbers alone', () => {
    expect(writeCsv([['=1+1', '+A1', '-2', '@SUM', '\tx', -0.5, 'a-b', null]])).toBe(
      "'=1+1,'+A1,'-2,'@SUM,'\tx,-0.5,a-b,\n",
    );
    expect(writeCsv([['=cmd|" /C calc"!A0,x']])).toBe('"\'=cmd|"" /C calc""!A0,x"\n');
  });

  it('reads back any text, apart from the apostrophe before a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 2, maxLength: 4 }), (cells) => {
        const [row] = parse(writeCsv([cells]), { relax_column_count: true });
        expect(row.map((cell) => cell.replace(/^'(?=[=+\-@\t\r\n])/, ''))).toEqual(
          cells.map((cell) => cell.replace(/^'(?=[=+\-@\t\r\n])/, '')),
        );
        for (const cell of row) expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
      }),
    );
  });
});

describe('writeResultsJson', () => {
  it('reads back to the same results', () => {
    const results = sampleStudyResults();
    expect(JSON.parse(writeResultsJson(results))).toEqual(results);
  });
});
