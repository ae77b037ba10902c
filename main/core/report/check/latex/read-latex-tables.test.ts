import { describe, expect, it } from 'vitest';
import { makeReport } from '#core/report/document/make-report.ts';
import { writeLatex } from '#core/report/latex/write-latex.ts';
import { sampleStudyResults } from '#core/report/sample-study-results.ts';
import { checkTables } from '../check-tables.ts';
import { readLatexTables } from './read-latex-tables.ts';

const read = (source: string) => readLatexTables(source, { file: 'paper.tex', of: 'means' });

describe('Tables of LaTeX', () => {
  it('are read as papers write them: grouped headers, rows that share a cell, marks and bold', () => {
    const [table] = read(String.raw`
      \begin{table}[t] % results \begin{tabular}
        \caption{Results on \textsc{NER} ($n = 10$).}
        \begin{tabular}{@{}llccc@{}}
          \toprule
          & & \multicolumn{3}{c}{Dutch} \\ \cmidrule(lr){3-5}
          Model & Type & P & Precision & \textbf{F1} \\
          \midrule
          \multirow{2}{*}{BERT\textsuperscript{a}} & SITE & 1 & 80{,}1 & \textbf{79.2}$^{*}$ \\[2pt]
          & STAGE \& more & 2 & \underline{70.2} & 69.0 $\pm$ 0.4 \\
          \hline
        \end{tabular}
      \end{table}`);
    expect(table.name).toBe('paper.tex: Results on NER (n = 10).');
    expect(table.columns).toEqual(['Model', 'Type', 'P', 'Precision', 'F1']);
    expect(table.rows.map(({ cells }) => cells)).toEqual([
      ['BERTa', 'SITE', '1', '80,1', '79.2'],
      ['BERTa', 'STAGE & more', '2', '70.2', '69.0 ± 0.4'],
    ]);
  });

  it('keep powers of ten, which are part of their number', () => {
    const [{ rows }] = read(
      String.raw`\begin{tabular}{ll} p & q \\ \midrule $1.95 \times 10^{-3}$ & $2\cdot10^4$ \\ \end{tabular}`,
    );
    expect(rows[0].cells).toEqual(['1.95 × 10^-3', '2·10^4']);
  });

  it('that contradict each other in one file are told', () => {
    const tables = read(String.raw`
      \begin{tabular}{lr} \hline Model & Macro F1 \\ \hline BERT & 73.51 \\ \hline \end{tabular}
      \begin{tabular}{llr} Model & Type & F1 \\ \midrule
        \multirow{2}{*}{BERT} & SITE & 40.10 \\ & STAGE & 79.16 \\ \end{tabular}`);
    const { contradictions } = checkTables(tables);
    expect(contradictions.map(({ kind }) => kind)).toEqual(['macro-not-the-mean']);
  });

  it('of our own report are read back whole, and contradict nothing', () => {
    for (const language of ['en', 'nl', 'es', 'ro'] as const) {
      const tables = read(writeLatex(makeReport(sampleStudyResults(), language)));
      const { numberCount, contradictions } = checkTables(tables);
      expect(contradictions).toEqual([]);
      expect(numberCount).toBeGreaterThan(500);
    }
  });

  it('are read from any text without an end or a fault', () => {
    for (const text of [
      '\\begin{tabular}',
      '\\begin{tabular}{l} a & b \\\\ \\end{tabular}',
      '{'.repeat(9999),
    ]) {
      expect(read(text)).toEqual([]);
    }
    const deep = `\\begin{tabular}{ll} a & b \\\\ ${'{'.repeat(9999)} & 1 \\\\ \\end{tabular}`;
    expect(() => read(deep)).not.toThrow();
  });
});
