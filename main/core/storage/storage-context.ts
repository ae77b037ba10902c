import type { AuditLog } from './audit.ts';
import type { Sql } from './database.ts';
import type { FileSystem } from './file-system.ts';
import type { ScryptParameters } from './workspace-key.ts';

/** What every store is made of. */
export interface StorageContext {
  readonly sql: Sql;
  readonly audit: AuditLog;
  readonly nowMs: () => number;
}

/** What the workspace needs of the world; a test passes its own. */
export interface StorageEnvironment {
  readonly nowMs: () => number;
  readonly fileSystem: FileSystem;
  /** What one guess at a new passphrase costs; lower only in tests. */
  readonly scrypt: ScryptParameters;
}
