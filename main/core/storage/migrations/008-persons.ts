import type { Migration } from './migration.ts';

/** Frozen: workspaces in hospitals were made by it. Change the schema by a new migration. */
export const persons: Migration = {
  version: 8,
  statements: [
    // The id is also that of the slot in the header, which tells nothing else of a person. `name_key`
    // is the name as it is compared; who was removed stays for what they did, and frees the name.
    `CREATE TABLE persons (
       id TEXT PRIMARY KEY,
       kind TEXT NOT NULL CHECK (kind IN ('first', 'further', 'recovery')),
       name TEXT,
       name_key TEXT UNIQUE,
       role TEXT NOT NULL CHECK (role IN ('owner', 'analyst', 'reviewer', 'reader')),
       state TEXT NOT NULL CHECK (state IN ('active', 'locked', 'removed')),
       created_at_ms INTEGER NOT NULL
     ) STRICT, WITHOUT ROWID`,
    // Whoever knows the one passphrase of a workspace without names.
    `INSERT INTO persons
       SELECT lower(hex(randomblob(16))), 'first', NULL, NULL, 'owner', 'active',
         coalesce(min(at_ms), 0) FROM audit`,
  ],
};
