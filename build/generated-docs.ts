import { errorCodes } from '#core/base/error-codes.ts';
import { importRules } from '#core/domain/import-report.ts';
import {
  figureDescriptions,
  type FigureDescription,
} from '#core/evaluation/figures/figure-descriptions.ts';
import {
  methodDescriptions,
  type MethodDescription,
} from '#core/evaluation/figures/method-descriptions.ts';
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
  const results = table(
    ['name', 'shown as', 'meaning'],
    Object.entries(metricDescriptions).map(([name, { displayName, meaning }]) => [
      `\`${name}\``,
      displayName,
      meaning,
    ]),
  );
  const figures = Object.entries<FigureDescription>(figureDescriptions).map(([name, figure]) =>
    descriptionSection(figure, [
      `- Name: \`${name}\``,
      `- Range: ${figure.range}`,
      `- Averages: ${figure.averages.join(', ')}`,
    ]),
  );
  const methods = Object.values<MethodDescription>(methodDescriptions).map((method) =>
    descriptionSection(method, []),
  );
  return `# Metrics\n\n${notice}\n\n## In results of studies\n\n${results}\n${figuresIntroduction}\n${figures.join('\n')}\n## Methods\n\n${methods.join('\n')}`;
}

const figuresIntroduction = `## Figures of evaluation

Computed by \`main/core/evaluation\`. Each figure carries its averaging, of mentions its mode of matching, its intervals and its support; where it is not defined it says why, and is never 0 instead.

- Averages: one-against-rest (one class or type), micro (all counts or all pairs of note and class together), macro (plain mean over classes in which it is defined, or types that are true or found), weighted (the same mean by true number), of-all (by its own definition).
- Modes of matching mentions, after SemEval 2013: strict (both ends and the type), exact (both ends), partial (both ends 1, any overlap ½), type (the type with any overlap).
- Intervals are of 95 %: of shares Wilson’s, to show, and Clopper and Pearson’s, to claim; of all else the bootstrap over patients.
`;

function descriptionSection(
  { displayName, meaning, formula, source, notFor }: MethodDescription,
  more: readonly string[],
): string {
  const lines = [
    `- Formula: ${formula}`,
    ...more,
    `- Source: ${source}`,
    `- Not good for: ${notFor}`,
  ];
  return `### ${displayName}\n\n${meaning}\n\n${lines.join('\n')}\n`;
}
