import type { ImportEnd } from '#core/api/services/import-tasks.ts';
import type { ImportRequest } from '#core/collection/documents/import-documents.ts';
import type { ImportProgress } from '#core/collection/documents/import-progress.ts';

/**
 * What a host and its curator process say to each other over Node's channel between processes. The
 * key of the workspace travels here and nowhere else, as it does to the trainer.
 */
export type CuratorCommand =
  | {
      readonly type: 'import';
      readonly workspaceFolder: string;
      readonly rawKey: Uint8Array;
      readonly request: ImportRequest;
      /** For whom it is done, for the audit log; null for the program itself. */
      readonly personId: string | null;
    }
  | { readonly type: 'stop' };

export type ImportCommand = Extract<CuratorCommand, { type: 'import' }>;

export type CuratorReport =
  | { readonly type: 'progress'; readonly progress: ImportProgress }
  | { readonly type: 'ended'; readonly end: ImportEnd }
  /** The last of all: once it is out, so is what was said before it. */
  | { readonly type: 'leaving' };
