import type { ImportProblem } from '#core/domain/import-report.ts';

interface LabelCount {
  readonly label: string;
  readonly count: number;
}

/** Equal for labels that people hardly tell apart: case, white space, how accents are encoded. */
const likenessOf = (label: string): string =>
  label.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLowerCase();

/**
 * One remark for each set of classes or entity types that are hardly to be told apart; nothing is
 * merged, for a set may mean it. The labels are those of all files together, which `file` names.
 */
export function remarkAlikeLabels(labels: readonly LabelCount[], file: string): ImportProblem[] {
  return [...Map.groupBy(labels, ({ label }) => likenessOf(label)).values()]
    .filter((alike) => alike.length > 1)
    .map((alike) => {
      const named = alike.toSorted((a, b) => b.count - a.count).map(nameLabel);
      const detail = `${named.slice(0, -1).join(', ')} and ${named.at(-1)} differ in case or white space only and are learned as different labels.`;
      return { file, line: 1, rule: 'label-alike', action: 'kept', detail };
    });
}

const nameLabel = ({ label, count }: LabelCount) => `"${label}" (${count})`;
