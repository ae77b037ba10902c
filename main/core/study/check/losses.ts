import { formatCount, formatPercentage } from '#core/base/format-number.ts';
import type { ImportProblem } from '#core/domain/import-report.ts';

/** Above this share, what is left out is told before anything is trained. */
const toldShare = 0.02;
const namedCount = 3;

const ofWholeFile = (rule: ImportProblem['rule']): boolean =>
  rule.startsWith('file-') || rule === 'bio-tag-column-missing';

/**
 * What would be left out of the files that were looked at: whole files each in a sentence, rows and
 * annotations where they are more than a few per cent.
 */
export function describeLosses(
  problems: readonly ImportProblem[],
  { keptCount, what }: { readonly keptCount: number; readonly what: string },
): string[] {
  const lost = problems.filter(({ action }) => action === 'left-out');
  const files = lost.filter(({ rule }) => ofWholeFile(rule));
  const parts = lost.filter(({ rule }) => !ofWholeFile(rule));
  const named = files.slice(0, namedCount).map(({ file, detail }) => `${file}: ${detail}`);
  const more = files.length - named.length;
  const share = parts.length / (parts.length + keptCount);
  return [
    ...named,
    ...(more > 0 ? [`${formatCount(more)} more files would be left out.`] : []),
    ...(share > toldShare ? [describeParts(parts, { share, what })] : []),
  ];
}

function describeParts(
  parts: readonly ImportProblem[],
  { share, what }: { readonly share: number; readonly what: string },
): string {
  const counts = [...Map.groupBy(parts, ({ rule }) => rule)]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([rule, { length }]) => `${rule} ${formatCount(length)}`);
  const [{ file, line, detail }] = parts;
  return `${formatPercentage(share)} of the ${what} that were looked at would be left out (${counts.join(', ')}). The first: ${file}, line ${formatCount(line)}: ${detail}`;
}
