import type { ImportProblem } from '#core/domain/import-report.ts';

interface LabelCount {
  readonly label: string;
  readonly count: number;
}

/**
 * One spelling for all of a number: "1", "1.0", "1,00" and "+1". Numbers with leading zeros are ids,
 * and stay what they are, as does all that is no number.
 */
function plainNumber(text: string): string {
  const match = /^([+-]?)(0|[1-9]\d*)(?:[.,](\d+))?$/.exec(text);
  if (match === null) return text;
  const [, sign, whole, fraction = ''] = match;
  const digits = fraction.replace(/0+$/, '');
  const isNegative = sign === '-' && (whole !== '0' || digits !== '');
  return `${isNegative ? '-' : ''}${whole}${digits === '' ? '' : `.${digits}`}`;
}

function sameNumbers<Item>(items: Iterable<Item>, nameOf: (item: Item) => string): Item[][] {
  const byNumber = Map.groupBy(items, (item) => plainNumber(nameOf(item)));
  return [...byNumber.values()].filter((same) => same.length > 1);
}

/** Classes that are named by a sign which joins others, or by several that are classes themselves. */
function isList(label: string, all: ReadonlySet<string>): boolean {
  const partsOf = (separator: RegExp) => label.split(separator).map((part) => part.trim());
  const isParted = (parts: readonly string[]) =>
    parts.length > 1 && parts.every((part) => part !== '');
  if (/^\[.*,.*\]$/.test(label) || isParted(partsOf(/[#|;]/))) return true;
  const parts = partsOf(/[,/+&]/);
  return isParted(parts) && parts.every((part) => all.has(part));
}

const namedLabels = 3;

/**
 * Remarks on names of classes and groups that are the same number in two spellings, and on classes
 * that seem to be lists of classes. Nothing is merged or divided. Groups, usually patients, are not
 * named. The names are those of all files together, which `file` names.
 */
export function remarkNumbers(
  { labels, groups }: { labels: readonly LabelCount[]; groups: Iterable<string> },
  file: string,
): ImportProblem[] {
  const problem = { file, line: 1, action: 'kept' } as const;
  const ofLabels = sameNumbers(labels, ({ label }) => label).map((same): ImportProblem => {
    const named = same.map(({ label, count }) => `"${label}" (${count})`);
    const detail = `${named.slice(0, -1).join(', ')} and ${named.at(-1)} are the same number, differ in writing only, and are learned as different labels.`;
    return { ...problem, rule: 'label-number', detail };
  });
  const groupCount = sameNumbers(groups, (group) => group).length;
  const all = new Set(labels.map(({ label }) => label));
  const lists = labels.filter(({ label }) => isList(label, all)).map(({ label }) => `"${label}"`);
  const more = lists.length > namedLabels ? ` and ${lists.length - namedLabels} more` : '';
  return [
    ...ofLabels,
    ...(groupCount === 0
      ? []
      : [
          {
            ...problem,
            rule: 'group-number' as const,
            detail: `${groupCount} groups are named by the same number in two ways (as 12 and 12.0) and count as different: what belongs together may be learned from and tested.`,
          },
        ]),
    ...(lists.length === 0
      ? []
      : [
          {
            ...problem,
            rule: 'label-list' as const,
            detail: `${lists.slice(0, namedLabels).join(', ')}${more} look like several labels in one, and each is learned as a class of its own: a task of the kind multi-label reads several of a note.`,
          },
        ]),
  ];
}
