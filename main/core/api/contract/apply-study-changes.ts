import type { StudyChanges } from './study-changes.ts';
import { groupedLists, keyOf, type ListName } from './study-lists.ts';
import type { StudyView } from './study.ts';

/**
 * A view of a study with what changed. What did not is the very same object as before, so that
 * nothing on the page is drawn anew for it.
 */
export function applyChanges(view: StudyView | null, changes: StudyChanges | null): StudyView {
  if (view === null || changes === null) throw new Error('nothing is known, and nothing was told');
  const { fields, lists } = changes;
  const changed = Object.fromEntries(
    Object.entries(lists).map(([name, changes]) => [
      name,
      applyToList(view, name as ListName, changes),
    ]),
  );
  return { ...view, ...fields, ...changed };
}

function applyToList(
  view: StudyView,
  name: ListName,
  { order, items }: StudyChanges['lists'][string],
): object[] {
  const known: readonly object[] = view[name];
  const key = keyOf[name] as (item: object) => string;
  const byKey = Map.groupBy(known, key);
  let keys = [...byKey.keys()];
  for (const { at, removed, keys: added } of order) keys = keys.toSpliced(at, removed, ...added);
  return keys.flatMap((of): object[] => {
    const before = byKey.get(of) ?? [];
    if (!Object.hasOwn(items, of)) return before;
    if (groupedLists.has(name)) return items[of]['items'] as object[];
    return [{ ...before.at(0), ...items[of] }];
  });
}
