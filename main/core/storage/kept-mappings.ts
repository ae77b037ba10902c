import { canonicalJson } from './canonical-json.ts';
import type { StorageContext } from './storage-context.ts';

/** How an export is read, kept under a name for the next one of the same kind. */
export interface KeptMapping {
  readonly name: string;
  /** As given to `keep`. */
  readonly options: unknown;
  readonly keptAtMs: number;
}

export interface KeptMappingStore {
  /** One of the same name is replaced. */
  keep(name: string, options: unknown): void;
  find(name: string): KeptMapping | undefined;
  /** In the order of their names. */
  list(): KeptMapping[];
  remove(name: string): void;
}

const columns = `name, options_json AS optionsJson, kept_at_ms AS keptAtMs`;

type MappingRow = Omit<KeptMapping, 'options'> & { readonly optionsJson: string };

function toMapping({ optionsJson, ...row }: MappingRow): KeptMapping {
  return { ...row, options: JSON.parse(optionsJson) as unknown };
}

export function openKeptMappingStore({ sql, nowMs }: StorageContext): KeptMappingStore {
  return {
    keep(name, options) {
      const values = { name, optionsJson: canonicalJson(options), atMs: nowMs() };
      sql.run(`INSERT OR REPLACE INTO kept_mappings VALUES (@name, @optionsJson, @atMs)`, values);
    },
    find(name) {
      const row = sql.get(`SELECT ${columns} FROM kept_mappings WHERE name = @name`, { name });
      return row === undefined ? undefined : toMapping(row as MappingRow);
    },
    list: () =>
      (sql.all(`SELECT ${columns} FROM kept_mappings ORDER BY name`) as MappingRow[]).map(
        toMapping,
      ),
    remove(name) {
      sql.run(`DELETE FROM kept_mappings WHERE name = @name`, { name });
    },
  };
}
