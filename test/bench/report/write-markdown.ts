import { formatMebibytes, formatNumber, formatShare } from './format.ts';
import type { Comparison, Figures, Results, Row, StoredCase, Table } from './results.ts';

type Cells = readonly (string | number)[];

/** A table of Markdown; Prettier aligns it. The first column is text, the others are figures. */
function writeTable(columns: Cells, rows: readonly Cells[]): string {
  const line = (cells: Cells) => `| ${cells.join(' | ')} |`;
  const alignment = columns.map((_, index) => (index === 0 ? '---' : '--:'));
  return [line(columns), line(alignment), ...rows.map(line)].join('\n');
}

function writeFacts(facts: Table['facts']): string {
  return Object.entries(facts)
    .map(
      ([name, value]) =>
        `- ${name}: ${typeof value === 'number' ? value.toLocaleString('en') : value}`,
    )
    .join('\n');
}

function throughput(row: Row, { amount, unit }: Comparison['work']): string {
  const perSecond = (1000 * amount) / row.medianMs;
  return `${formatNumber(perSecond)} ${unit}/s`;
}

function writeComparison(table: Comparison): string {
  const hasUpdates = table.rows.some(({ updateMs }) => updateMs !== undefined);
  const hasPeaks = table.rows.some(({ peakBytes }) => peakBytes !== undefined);
  const columns = [
    '',
    'median ms',
    'fastest – slowest',
    'throughput',
    'times ours',
    ...(hasUpdates ? ['of it optimiser, ms'] : []),
    ...(hasPeaks ? ['peak memory'] : []),
  ];
  const rows = table.rows.map((row) => [
    row.ratio === null ? `**${row.name}**` : row.name,
    formatNumber(row.medianMs),
    `${formatNumber(row.fastestMs)} – ${formatNumber(row.slowestMs)}`,
    throughput(row, table.work),
    row.ratio === null ? '1' : row.ratio.toFixed(2),
    ...(hasUpdates ? [row.updateMs === undefined ? '' : formatNumber(row.updateMs)] : []),
    ...(hasPeaks ? [row.peakBytes ? formatMebibytes(row.peakBytes) : ''] : []),
  ]);
  return writeTable(columns, rows);
}

function writeFigures({ columns, rows }: Figures): string {
  return writeTable(columns, rows);
}

function writeCase(stored: StoredCase): string {
  return stored.tables
    .map((table) => {
      const rounds = table.kind === 'comparison' ? `, ${table.rounds} rounds` : '';
      return [
        `### ${table.title}`,
        `${stored.measuredAt.slice(0, 16).replace('T', ' ')} UTC${rounds}; others used ${formatShare(stored.othersBefore)} of the processors when it began.`,
        table.kind === 'comparison' ? writeComparison(table) : writeFigures(table),
        writeFacts(table.facts),
      ]
        .filter((part) => part !== '')
        .join('\n\n');
    })
    .join('\n\n');
}

/** Every target with what was reached. */
function writeTargets({ cases }: Results): string {
  const rows = Object.values(cases)
    .flatMap(({ tables }) => tables)
    .filter((table) => table.kind === 'comparison')
    .flatMap((table) =>
      table.targets.flatMap(({ against, ratio }) => {
        const row = table.rows.find(({ name }) => name === against);
        const measured = row?.ratio ?? null;
        if (measured === null) return [];
        const reached = measured >= ratio ? 'yes' : 'no';
        return [[table.title, against, `≥ ${ratio}`, measured.toFixed(2), reached]];
      }),
    );
  const columns = ['work', 'against', 'to reach', 'measured', 'reached'];
  return rows.length === 0 ? '' : writeTable(columns, rows);
}

const writeList = (entries: Readonly<Record<string, string>>) =>
  Object.entries(entries)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');

/** All tables of a results file, for docs/performance.md. */
export function writeMarkdown(results: Results): string {
  const cases = Object.values(results.cases).filter(({ quick }) => !quick);
  return [
    `Machine: ${writeList(results.machine)}.`,
    `Versions: ${writeList(results.versions)}.`,
    '### Against what was to be reached',
    writeTargets({ ...results, cases: Object.fromEntries(cases.map((one) => [one.title, one])) }),
    ...cases.map(writeCase),
  ].join('\n\n');
}

/** The same for a terminal: one case's tables. */
export function describeCase(stored: StoredCase): string {
  return writeCase(stored);
}
