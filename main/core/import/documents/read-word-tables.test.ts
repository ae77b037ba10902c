import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { docxOf } from '../testing/docx-of.ts';
import { inputOf } from '../testing/read-documents.ts';
import { defaultLimits } from './read-limits.ts';
import { readTablesOfWord } from './read-word-tables.ts';

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const run = (text: string, properties = '') =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${escape(text)}</w:t></w:r>`;
const paragraph = (content: string, style = '') =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${content}</w:p>`;
const cell = (content: string, properties = '') =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<w:p') || content.startsWith('<w:tbl') ? content : paragraph(content)}</w:tc>`;
const row = (cells: readonly string[], properties = '') =>
  `<w:tr><w:trPr>${properties}</w:trPr>${cells.join('')}</w:tr>`;
const table = (rows: readonly string[], properties = '') =>
  `<w:tbl><w:tblPr>${properties}</w:tblPr>${rows.join('')}</w:tbl>`;
const plain = (texts: readonly string[]) => row(texts.map((text) => cell(run(text))));
const header = '<w:tblHeader/>';
const raised = '<w:vertAlign w:val="superscript"/>';
const span = (columns: number) => `<w:gridSpan w:val="${columns}"/>`;

const read = (body: string) =>
  readTablesOfWord(inputOf('paper.docx', docxOf(body), 64), defaultLimits);
const tablesOf = (body: string) => read(body).tables;

describe('Tables of Word', () => {
  it('are read as papers have them: a caption, grouped headers, cells that rows share', () => {
    const body = [
      paragraph(run('Table 3. ') + run('Results by type'), 'Caption'),
      table([
        row([
          cell(run('Model'), '<w:vMerge w:val="restart"/>'),
          cell(run('Type'), '<w:vMerge w:val="restart"/>'),
          cell(run('Dutch'), span(2)),
        ]),
        row([
          cell('', '<w:vMerge/>'),
          cell('', '<w:vMerge/>'),
          cell(run('Precision')),
          cell(run('F1')),
        ]),
        row([
          cell(run('BERT'), '<w:vMerge w:val="restart"/>'),
          cell(run('SITE')),
          cell(run('80.1')),
          cell(run('79.2', '<w:b/>') + run('*', raised)),
        ]),
        row([
          cell('', '<w:vMerge/>'),
          cell(run('STAGE & more')),
          cell(run('70.2')),
          cell(paragraph(run('69.0')) + paragraph(run('(0.4)'))),
        ]),
      ]),
    ].join('');
    expect(tablesOf(body)).toEqual([
      {
        caption: 'Table 3. Results by type',
        headerCount: 2,
        rows: [
          ['Model', 'Type', 'Dutch', 'Dutch'],
          ['Model', 'Type', 'Precision', 'F1'],
          ['BERT', 'SITE', '80.1', '79.2'],
          ['BERT', 'STAGE & more', '70.2', '69.0 (0.4)'],
        ],
      },
    ]);
  });

  it('are read as they are after tracked changes, without hidden text', () => {
    const [{ rows }] = tablesOf(
      table([
        plain(['Model', 'F1']),
        row([
          cell(run('BERT')),
          cell(
            `<w:del w:id="1"><w:r><w:delText>73.5</w:delText></w:r></w:del><w:ins w:id="2">${run('59.6', '<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>')}</w:ins>${run('x', '<w:vanish/>')}`,
          ),
        ]),
        row([cell(run('old')), cell(run('1'))], '<w:del w:id="3"/>'),
      ]),
    );
    expect(rows).toEqual([
      ['Model', 'F1'],
      ['BERT', '59.6'],
    ]);
  });

  it('keep powers of ten, and drop other marks above the line', () => {
    const [{ rows }] = tablesOf(
      table([
        plain(['p', 'F1']),
        row([cell(run('1.95 × 10') + run('−3', raised)), cell(run('0.85') + run('1', raised))]),
      ]),
    );
    expect(rows[1]).toEqual(['1.95 × 10^−3', '0.85']);
  });

  it('in cells of others are tables of their own', () => {
    const inner = table([plain(['Model', 'F1']), plain(['BERT', '0.7'])]);
    const found = tablesOf(table([row([cell(run('left')), cell(inner + paragraph(''))])]));
    expect(found.map(({ rows }) => rows)).toEqual([
      [['left', '']],
      [
        ['Model', 'F1'],
        ['BERT', '0.7'],
      ],
    ]);
  });

  it('of any texts come back cell by cell, whatever is marked as header', () => {
    const text = fc.stringMatching(/^[a-z0-9.,&<>é±%]{1,8}$/);
    const grid = fc
      .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 6 }))
      .chain(([columns, rows]) =>
        fc.array(fc.array(text, { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
      );
    fc.assert(
      fc.property(fc.array(grid, { maxLength: 3 }), fc.nat(6), (grids, headers) => {
        const body = grids.map((rows) =>
          table(
            rows.map((texts, index) =>
              row(
                texts.map((each) => cell(run(each))),
                index < headers ? header : '',
              ),
            ),
          ),
        );
        const found = tablesOf(body.join(''));
        expect(found.map(({ rows }) => rows)).toEqual(grids);
        expect(found.map(({ headerCount }) => headerCount)).toEqual(
          grids.map(({ length }) => Math.max(1, Math.min(headers, length))),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('of damaged documents never throw, and never pass for whole ones', () => {
    const whole = docxOf(table([plain(['Model', 'F1']), plain(['BERT', '0.7'])]));
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, byte) => {
        const cut = readTablesOfWord(inputOf('a.docx', whole.slice(0, at), 64), defaultLimits);
        expect(cut.problems).not.toEqual([]);
        const changed = whole.slice();
        changed[at] = byte;
        expect(() => readTablesOfWord(inputOf('a.docx', changed, 64), defaultLimits)).not.toThrow();
      }),
      { numRuns: 200 },
    );
    const spans = table([row([cell(run('a'), span(1e9)), cell(run('b'), span(-5))])]);
    expect(tablesOf(spans)[0].rows[0].length).toBe(63);
  });

  it('of a file that is none are refused', () => {
    const { problems } = readTablesOfWord(inputOf('a.docx', 'no archive'), defaultLimits);
    expect(problems.map(({ rule }) => rule)).toEqual(['archive-damaged']);
  });
});
