import type { FoundLabels } from '#core/annotation/propose-scheme.ts';
import {
  type DocumentChoice,
  selectDocuments,
} from '#core/collection/selection/select-documents.ts';
import type { Workspace } from '#core/storage/workspace.ts';

/** An attribute with more values is free text, of which no list can be made. */
const mostValues = 20;

/** The labels that documents have, the most frequent first, to propose a scheme from. */
export function findLabels(workspace: Workspace, choice: DocumentChoice): FoundLabels {
  const classes = new Map<string, number>();
  const types = new Map<string, number>();
  const attributes = new Map<string, Set<string>>();
  let hasSeveral = false;
  for (const { annotations } of selectDocuments(workspace, choice).documents) {
    const own = new Set<string>();
    for (const annotation of annotations) {
      if (annotation.kind === 'class') own.add(annotation.label);
      else {
        count(types, annotation.type);
        for (const [name, value] of Object.entries(annotation.attributes)) {
          const values = attributes.get(name);
          if (values === undefined) attributes.set(name, new Set([value]));
          else values.add(value);
        }
      }
    }
    for (const label of own) count(classes, label);
    hasSeveral ||= own.size > 1;
  }
  const closed = [...attributes].filter(([, values]) => values.size <= mostValues);
  return {
    classes: byCount(classes),
    hasSeveral,
    types: byCount(types),
    attributes: Object.fromEntries(closed.map(([name, values]) => [name, [...values].sort()])),
  };
}

function count(counts: Map<string, number>, label: string): void {
  counts.set(label, (counts.get(label) ?? 0) + 1);
}

function byCount(counts: ReadonlyMap<string, number>): string[] {
  return [...counts].sort(([, a], [, b]) => b - a).map(([label]) => label);
}
