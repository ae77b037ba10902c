import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { afterAll, describe, expect, it } from 'vitest';
import { makeReport } from '#core/report/document/make-report.ts';
import { reportFormats, type ReportFormat } from '#core/domain/report-format.ts';
import { writeReportFiles, type ReportFile } from '#core/report/files/write-report-files.ts';
import { sampleStudyResults } from '#core/report/sample-study-results.ts';
import type { StudyResults } from '#core/report/study-results.ts';
import { typesetPdf } from '#core/typeset/typeset-pdf.ts';
import type { Language } from '#core/wording/language.ts';
import { largeResults } from './large-report.ts';

const folder = mkdtempSync(join(tmpdir(), 'anamnesis-reports-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Whether a program of the system is there; such tests say what they lack. */
function lacks(program: string): boolean {
  return spawnSync(program, ['-v']).error !== undefined;
}
const without = (program: string) => (lacks(program) ? ` (skipped, needs ${program})` : '');

function write(results: StudyResults, format: ReportFormat, language: Language = 'en') {
  const report = makeReport(results, language, { withMethods: true });
  return writeReportFiles(report, format, typesetPdf);
}

/** A study whose every name is markup of one format or another. */
function hostileResults(): StudyResults {
  const sample = sampleStudyResults();
  const title = [
    '#import "@preview/x:1.0.0": y',
    '$x^2$ \\input{/etc/passwd} \\end{document}',
    ']] #eval("1") <label> @ref `raw` *b* _i_ // c',
    '"); panic("x',
    '<b>&amp;</b> %#&{}~^',
  ].join(' ');
  const named = JSON.stringify(title).slice(1, -1);
  const text = JSON.stringify(sample)
    .replaceAll('"adapted"', `"${named}"`)
    .replaceAll('SITE', `${named}SITE`);
  const results = JSON.parse(text) as StudyResults;
  return { ...results, study: { ...results.study, title } };
}

const hash = (files: readonly ReportFile[]) =>
  createHash('sha256')
    .update(
      files
        .map(({ name, bytes }) => `${name} ${createHash('sha256').update(bytes).digest('hex')}`)
        .join('\n'),
    )
    .digest('hex');

/** The words that stand in a page, in its order. */
function wordsOfPage(bytes: Uint8Array): string[] {
  const body = /<body>([\s\S]*)<\/body>/.exec(strFromU8(bytes))?.[1] ?? '';
  return splitWords(
    body
      .replaceAll(/<svg[\s\S]*?<\/svg>/g, ' ')
      .replaceAll(/<\/?(?:a|span|strong|code)\b[^>]*>/g, '')
      .replaceAll(/<[^>]*>/g, ' '),
  );
}

function splitWords(text: string): string[] {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .split(/\s+/)
    .filter((word) => word !== '');
}

describe('A report as a file', () => {
  it.each(reportFormats)('is the same bytes of the same study: %s', async (format) => {
    const [once, again] = [
      await write(sampleStudyResults(), format, 'ro'),
      await write(sampleStudyResults(), format, 'ro'),
    ];
    expect(hash(again)).toBe(hash(once));
    expect(once.every(({ bytes }) => bytes.length > 20)).toBe(true);
  });

  it.each(reportFormats)(
    'takes at most 5 s of 3 models, 4 tasks and 10 folds: %s',
    async (format) => {
      const results = largeResults();
      const startedAt = performance.now();
      await write(results, format);
      expect(performance.now() - startedAt).toBeLessThan(5000);
    },
  );
});

describe('A report as PDF', () => {
  const source = { results: sampleStudyResults(), language: 'ro' as const };
  it.skipIf(lacks('pdfinfo'))(
    `is tagged and has title and date of the study${without('pdfinfo')}`,
    async () => {
      const path = join(folder, 'report.pdf');
      const [{ bytes }] = await write(source.results, 'pdf', source.language);
      writeFileSync(path, bytes);
      const told = execFileSync('pdfinfo', ['-isodates', path], {
        encoding: 'utf8',
        stdio: 'pipe',
      });
      expect(told).toMatch(/^Tagged: +yes$/m);
      expect(told).toMatch(/^Title: +Does clinical text help\? – raportul studiului$/m);
      expect(told).toMatch(/^CreationDate: +2026-11-21T10:06:05/m);
      expect(strFromU8(bytes, true)).toContain('/Lang (ro)');
      expect(strFromU8(bytes, true)).toContain('/Outlines');
      expect(strFromU8(bytes, true)).toMatch(/pdfuaid:part[>=]/);
    },
  );

  it.skipIf(lacks('pdftotext'))(
    `says what the page says, also what is markup, and names letters that no font has${without('pdftotext')}`,
    async () => {
      const path = join(folder, 'hostile.pdf');
      const hostile = hostileResults();
      const study = { ...hostile.study, description: 'Știința țesuturilor: 中 α → β' };
      const [{ bytes }] = await write({ ...hostile, study }, 'pdf');
      writeFileSync(path, bytes);
      const text = execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8' });
      expect(text.replaceAll(/\s+/g, ' ')).toContain(
        '#import "@preview/x:1.0.0": y $x^2$ \\input{/etc/passwd} \\end{document} ]] #eval("1") <label> @ref `raw` *b* _i_ // c "); panic("x <b>&amp;</b>',
      );
      expect(text).toContain('Știința țesuturilor: [U+4E2D] α');
      for (const number of ['0.785', '0.00781', '7,112,192']) expect(text).toContain(number);
    },
  );
});

describe('A report as DOCX', () => {
  const parts = async (results: StudyResults) => {
    const [{ bytes }] = await write(results, 'docx');
    return unzipSync(bytes);
  };

  it('says what the page says, word by word, also what is markup', async () => {
    const results = hostileResults();
    const files = await parts(results);
    const xml = strFromU8(files['word/document.xml']);
    const text = xml.replaceAll(/<\/w:p>/g, ' ').replaceAll(/<[^>]*>/g, '');
    const [page] = await write(results, 'html');
    expect(splitWords(text).sort()).toEqual(wordsOfPage(page.bytes).sort());
  });

  it('is well-formed, and every part that it names is there', async () => {
    const files = await parts(hostileResults());
    for (const [name, bytes] of Object.entries(files)) {
      if (!/\.(?:xml|rels|svg)$/.test(name)) continue;
      const parser = new SaxesParser();
      parser.on('error', (error) => {
        throw error;
      });
      parser.write(strFromU8(bytes)).close();
    }
    const relationships = strFromU8(files['word/_rels/document.xml.rels']);
    for (const [, target] of relationships.matchAll(/Target="([^"]+)"/g)) {
      expect(files[`word/${target}`], target).toBeDefined();
    }
  });

  it('has headings, headers that repeat, texts of pictures, a language, and links that lead somewhere', async () => {
    const results = sampleStudyResults();
    const files = await parts(results);
    const xml = strFromU8(files['word/document.xml']);
    const count = (pattern: RegExp) => xml.match(pattern)?.length ?? 0;
    expect(count(/<w:tblHeader\/>/g)).toBe(count(/<w:tbl>/g));
    const { sections } = makeReport(results, 'en', { withMethods: true });
    expect(count(/<w:pStyle w:val="Heading1"\/>/g)).toBe(sections.length);
    expect(count(/descr="[^"]{200,}"/g)).toBe(2 * results.tasks.length);
    expect(strFromU8(files['word/styles.xml'])).toContain('<w:lang w:val="en-GB"/>');
    const marks = new Set(
      [...xml.matchAll(/bookmarkStart w:id="\d+" w:name="([^"]+)"/g)].map((m) => m[1]),
    );
    const links = [...xml.matchAll(/w:anchor="([^"]+)"/g)].map((m) => m[1]);
    expect(links.length).toBeGreaterThan(100);
    expect(links.filter((link) => !marks.has(link))).toEqual([]);
  });
});

describe('A report as LaTeX', () => {
  it.skipIf(lacks('pdflatex'))(
    `compiles in every language, also with names that are markup${without('pdflatex')}`,
    async () => {
      for (const language of ['en', 'nl', 'es', 'ro'] as const) {
        const place = mkdtempSync(join(folder, 'latex-'));
        for (const { name, bytes } of await write(hostileResults(), 'latex', language)) {
          writeFileSync(join(place, name), bytes);
        }
        const told = spawnSync(
          'pdflatex',
          ['-interaction=nonstopmode', '-no-shell-escape', 'report.tex'],
          {
            cwd: place,
            encoding: 'latin1',
          },
        );
        expect(told.stdout.split('\n').filter((line) => line.startsWith('!'))).toEqual([]);
        expect(readFileSync(join(place, 'report.pdf')).length).toBeGreaterThan(10_000);
      }
    },
    60_000,
  );

  it('leaves no name of a study unescaped, and has its figures beside it', async () => {
    const files = await write(hostileResults(), 'latex');
    const text = strFromU8(files[0].bytes);
    expect(text).not.toContain('\\input{/etc');
    expect(text.match(/\\end\{document\}/g)).toHaveLength(1);
    const figures = [...text.matchAll(/\\includegraphics\[[^\]]*\]\{([^}]+)\}/g)].map((m) => m[1]);
    expect(figures).toEqual(files.slice(1).map(({ name }) => name));
    for (const command of ['\\toprule', '\\midrule', '\\bottomrule'])
      expect(text).toContain(command);
  });
});

describe('A report as CSV', () => {
  it('is a file for each table, with its cells', async () => {
    const files = await write(sampleStudyResults(), 'csv');
    const names = files.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names[1]).toBe('02-negation-mean-over-folds.csv');
    const rows = strFromU8(files[1].bytes).split('\n');
    expect(rows[0]).toBe('Model,Folds,MCC,F1 (macro),Recall (macro),Precision (macro),Accuracy');
    expect(rows[3]).toMatch(/^"adapted, two languages",10 of 10,0\.\d{3} ± 0\.\d{3},/);
  });
});
