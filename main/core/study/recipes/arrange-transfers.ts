import {
  isJsonObject,
  type JsonObject,
  type JsonValue,
  objectIn,
  stringIn,
  withValues,
} from '#core/domain/json.ts';
import { freeName, joinNames } from './choose-name.ts';

/**
 * The plan with its transfers: from the source of the first of them, else from the first task, to
 * each other task of its kind. Those that are there stay as they are.
 */
export function arrangeTransfers(plan: JsonObject): JsonObject {
  const tasks = objectIn(plan, 'tasks');
  const given = objectIn(plan, 'transfers');
  const sides = Object.values(given).map(sidesOf);
  const source = sides.at(0)?.source ?? Object.keys(tasks).at(0);
  if (source === undefined || !Object.hasOwn(tasks, source)) return plan;
  const used = new Set(sides.flatMap((each) => [each.source, each.target]).concat(source));
  const kind = kindOf(tasks[source]);
  const targets = Object.keys(tasks).filter(
    (task) => !used.has(task) && kindOf(tasks[task]) === kind,
  );
  if (targets.length === 0) return plan;
  const transfers = targets.reduce<JsonObject>((all, target) => {
    const name = freeName(joinNames(source, target), [...Object.keys(all), ...namesOf(tasks)]);
    return { ...all, [name]: { source, target } };
  }, given);
  return withValues(plan, [['transfers', transfers]]);
}

/** Without those that learn from or are tested on a task. */
export function forgetTask(plan: JsonObject, task: string): JsonObject {
  return changeTransfers(plan, (transfers) =>
    transfers.filter(([, transfer]) => {
      const { source, target } = sidesOf(transfer);
      return source !== task && target !== task;
    }),
  );
}

/** A task has another name. */
export function followTask(plan: JsonObject, name: string, to: string): JsonObject {
  const follow = (task: string | null) => (task === name ? to : task);
  return changeTransfers(plan, (transfers) =>
    transfers.map(([key, transfer]) => {
      if (!isJsonObject(transfer)) return [key, transfer];
      const { source, target } = sidesOf(transfer);
      return [
        key,
        withValues(transfer, [
          ['source', follow(source) ?? transfer.source],
          ['target', follow(target) ?? transfer.target],
        ]),
      ];
    }),
  );
}

type Entry = readonly [string, JsonValue];

function changeTransfers(
  plan: JsonObject,
  change: (transfers: readonly Entry[]) => readonly Entry[],
): JsonObject {
  const given = Object.entries(objectIn(plan, 'transfers'));
  if (given.length === 0) return plan;
  const changed = change(given);
  const transfers = changed.length === 0 ? undefined : Object.fromEntries(changed);
  return withValues(plan, [['transfers', transfers]]);
}

function sidesOf(transfer: JsonValue): { source: string | null; target: string | null } {
  const side = (key: string) => (isJsonObject(transfer) ? stringIn(transfer, key) : null);
  return { source: side('source'), target: side('target') };
}

const kindOf = (task: JsonValue) => (isJsonObject(task) ? stringIn(task, 'kind') : null);

/** What a transfer may not be called: results would say one name for two things. */
function namesOf(tasks: JsonObject): string[] {
  const titles = Object.values(tasks).flatMap((task) =>
    isJsonObject(task) ? (stringIn(task, 'title') ?? []) : [],
  );
  return [...Object.keys(tasks), ...titles];
}
