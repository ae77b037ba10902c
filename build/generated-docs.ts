import { errorCodes } from '#core/base/error-codes.ts';
import { importRules } from '#core/domain/import-report.ts';
import { metricDescriptions } from '#core/evaluation/metrics/metric-names.ts';
import { planJsonSchema } from '#core/study/plan/plan-schema.ts';
import { exitCodes } from '#hosts/cli/exit-codes.ts';

/** Path → content of every document that is written from the code. */
export function generatedDocs(): Record<string, string> {
  return {
    'docs/plan.schema.json': `${JSON.stringify(planJsonSchema(), null, 2)}\n`,
    'docs/errors.md': errorsPage(),
    'docs/import-rules.md': importRulesPage(),
    'docs/metrics.md': metricsPage(),
  };
}

const notice = 'Written from the code by `npm run docs`; do not edit.';

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  return line(header) + line(header.map(() => '---')) + rows.map(line).join('');
}

function errorsPage(): string {
  const codes = Object.entries(errorCodes).sort(([a], [b]) => (a < b ? -1 : 1));
  return `# Errors\n\n${notice}\n\nEvery error carries a stable code, what was expected, what was found and what to do.\n\n${table(
    ['code', 'meaning'],
    codes.map(([code, meaning]) => [`\`${code}\``, meaning]),
  )}\n## Exit codes of the terminal\n\n${table(
    ['code', 'meaning'],
    Object.values(exitCodes).map(({ code, meaning }) => [String(code), meaning]),
  )}`;
}

function importRulesPage(): string {
  return `# Rules of the import\n\n${notice}\n\nBad input never loses good input: what can be mended is mended by one of these rules, what cannot is left out, and both are listed with file and line.\n\n${table(
    ['rule', 'what is done'],
    Object.entries(importRules).map(([rule, meaning]) => [`\`${rule}\``, meaning]),
  )}`;
}

function metricsPage(): string {
  return `# Metrics\n\n${notice}\n\n${table(
    ['name', 'shown as', 'meaning'],
    Object.entries(metricDescriptions).map(([name, { displayName, meaning }]) => [
      `\`${name}\``,
      displayName,
      meaning,
    ]),
  )}`;
}
