import { programVersion } from '#core/base/program-version.ts';
import { isLocked } from '#core/collection/sets/lock-sets.ts';
import { readSet } from '#core/collection/sets/read-set.ts';
import type { DataSheet, SheetCount } from '#core/report/card/data-sheet.ts';
import type { LabelledSetVersion } from '#core/storage/labelled-sets.ts';
import type { Workspace } from '#core/storage/workspace.ts';

/** What a frozen version holds, one document in memory at a time. @throws record.missing */
export function gatherDataSheet(workspace: Workspace, version: LabelledSetVersion): DataSheet {
  const tallies = { sources: new Map<string, number>(), labels: new Map<string, number>() };
  const languages = new Map<string | null, number>();
  const patients = new Set<string>();
  const imports = new Set<number>();
  let days: [first: string, last: string] | null = null;
  for (const { collectionId, importId, ...document } of readSet(workspace, version)) {
    add(tallies.sources, workspace.collections.get(collectionId).name);
    add(languages, document.language);
    for (const each of document.annotations) {
      add(tallies.labels, each.kind === 'class' ? each.label : each.type);
    }
    // A patient is one of a collection: two hospitals may give the same number.
    if (document.patient !== null) patients.add(`${collectionId}\0${document.patient}`);
    imports.add(importId);
    days = widen(days, document.date);
  }
  const { name, version: number, hash, createdAtMs, documentCount } = version;
  return {
    ...{ name, hash, programVersion, dates: days },
    version: number,
    isLocked: isLocked(workspace, version),
    frozenAtMs: createdAtMs,
    documents: documentCount,
    patients: patients.size === 0 ? null : patients.size,
    languages: listCounts(languages),
    sources: listCounts(tallies.sources),
    labels: listCounts(tallies.labels),
    leftOut: countLeftOut(workspace, imports),
  };
}

function add<Name>(counts: Map<Name, number>, name: Name, count = 1): void {
  counts.set(name, (counts.get(name) ?? 0) + count);
}

function widen(days: [string, string] | null, day: string | null): [string, string] | null {
  if (day === null) return days;
  if (days === null) return [day, day];
  return [day < days[0] ? day : days[0], day > days[1] ? day : days[1]];
}

function countLeftOut({ documentImports }: Workspace, imports: ReadonlySet<number>): SheetCount[] {
  const counts = new Map<string, number>();
  for (const id of imports) {
    for (const { rule, action, count } of documentImports.problemCounts(id)) {
      if (action === 'left-out') add(counts, rule, count);
    }
  }
  return listCounts(counts);
}

/** The most frequent first, by name where they are as many. */
function listCounts(counts: ReadonlyMap<string | null, number>): SheetCount[] {
  return Array.from(counts, ([name, count]) => ({ name, count })).sort(
    (a, b) => b.count - a.count || ((a.name ?? '') < (b.name ?? '') ? -1 : 1),
  );
}
