import type {
  KeySplice,
  StudyChanges,
  StudyUpdate,
  StudyVersion,
} from '../contract/study-changes.ts';
import { groupedLists, keyOf, type ListName } from '../contract/study-lists.ts';
import type { StudyView } from '../contract/study.ts';

/** A field, as JSON, and the version at which it became so. */
interface Tracked {
  json: string;
  since: number;
}

interface TrackedList {
  keys: readonly string[];
  /** What became of the keys, at which version; a window is told of those after its own. */
  readonly splices: { readonly splice: KeySplice; readonly since: number }[];
  /** By key of an item, then by its field. */
  readonly items: Map<string, Map<string, Tracked>>;
}

const listNames = Object.keys(keyOf) as ListName[];
/** The field under which items of one key are told of together. */
const together = 'items';

/**
 * Remembers of one study at which version each field became what it is, so that any number of
 * windows, each at a version of its own, can be told what is different since. In the memory of the
 * host: another life of it (`epoch`) knows nothing of the versions of this one.
 */
export class StudyTracker {
  readonly #epoch: string;
  #version = 0;
  readonly #fields = new Map<string, Tracked>();
  readonly #lists = new Map<string, TrackedList>();

  constructor(epoch: string) {
    this.#epoch = epoch;
  }

  /** What a window at a version, or at none, must be told to have this view. */
  update(view: StudyView, since: StudyVersion | null): StudyUpdate {
    this.#take(view);
    const at = { epoch: this.#epoch, version: this.#version };
    const isKnown = since?.epoch === this.#epoch && since.version <= this.#version;
    return isKnown
      ? { at, whole: null, changes: this.#changesSince(since.version) }
      : { at, whole: view, changes: null };
  }

  #take(view: StudyView): void {
    const next = this.#version + 1;
    let isChanged = false;
    const take = (fields: Map<string, Tracked>, name: string, value: unknown) => {
      const json = JSON.stringify(value);
      if (fields.get(name)?.json === json) return;
      fields.set(name, { json, since: next });
      isChanged = true;
    };
    for (const [name, value] of Object.entries(view)) {
      if (!Object.hasOwn(keyOf, name)) take(this.#fields, name, value);
    }
    for (const name of listNames) {
      const items = itemsByKey(view, name);
      const list: TrackedList = this.#lists.get(name) ?? {
        keys: [],
        splices: [],
        items: new Map(),
      };
      this.#lists.set(name, list);
      const keys = [...items.keys()];
      const splice = spliceBetween(list.keys, keys);
      if (splice !== null) {
        list.keys = keys;
        list.splices.push({ splice, since: next });
        isChanged = true;
        for (const key of list.items.keys()) if (!items.has(key)) list.items.delete(key);
      }
      for (const [key, fields] of items) {
        const known = list.items.get(key) ?? new Map<string, Tracked>();
        list.items.set(key, known);
        for (const [field, value] of Object.entries(fields)) take(known, field, value);
      }
    }
    if (isChanged) this.#version = next;
  }

  #changesSince(version: number): StudyChanges {
    const lists = Array.from(this.#lists, ([name, { splices, items }]) => {
      const changed = Array.from(items, ([key, fields]) => [key, pick(fields, version)] as const);
      return [
        name,
        {
          order: splices.filter(({ since }) => since > version).map(({ splice }) => splice),
          items: Object.fromEntries(changed.filter(([, fields]) => Object.keys(fields).length > 0)),
        },
      ] as const;
    });
    return {
      fields: pick(this.#fields, version),
      lists: Object.fromEntries(
        lists.filter(([, { order, items }]) => order.length > 0 || Object.keys(items).length > 0),
      ),
    };
  }
}

/** What makes one list of keys of another: between their common beginning and their common end. */
function spliceBetween(before: readonly string[], after: readonly string[]): KeySplice | null {
  const shorter = Math.min(before.length, after.length);
  let at = 0;
  while (at < shorter && before[at] === after[at]) at++;
  if (at === before.length && at === after.length) return null;
  let end = 0;
  while (end < shorter - at && before.at(-1 - end) === after.at(-1 - end)) end++;
  const keys = after.slice(at, after.length - end);
  return { at, removed: before.length - at - end, keys };
}

function pick(fields: ReadonlyMap<string, Tracked>, version: number): Record<string, unknown> {
  const changed = [...fields].filter(([, { since }]) => since > version);
  return Object.fromEntries(changed.map(([name, { json }]) => [name, JSON.parse(json) as unknown]));
}

/** The fields of each item of a list, by its key; of several items of one key, the list of them. */
function itemsByKey(
  view: StudyView,
  name: ListName,
): Map<string, Readonly<Record<string, unknown>>> {
  const items: readonly object[] = view[name];
  const key = keyOf[name] as (item: object) => string;
  return groupedLists.has(name)
    ? new Map(
        Array.from(Map.groupBy(items, key), ([of, each]) => [of, { [together]: each }] as const),
      )
    : new Map(items.map((item) => [key(item), { ...item }] as const));
}
