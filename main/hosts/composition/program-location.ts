import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folders of main/hosts whose `main.ts` is started as a process of its own. */
const processNames = ['trainer', 'curator', 'predictor', 'pdf-reader'] as const;
export type ProcessName = (typeof processNames)[number];

/** Where the parts of the program lie; full paths. */
export interface ProgramLocation {
  /** What is started as a process of its own. */
  readonly entries: Readonly<Record<ProcessName, string>>;
  /** The built files of the window. */
  readonly windowFolder: string;
  /** Electron's bridge. */
  readonly preload: string;
  /** Where Node may keep what it makes of the sources; null for a bundle, which is read quickly. */
  readonly compiledFolder: string | null;
}

/**
 * The program runs from its TypeScript sources, where this file is
 * `main/hosts/composition/program-location.ts`, or from a bundle, where it is a part of some file of
 * `…/main` that has the entries beside it and the window in `…/renderer`. The two builds of it,
 * `electron.vite.config.ts` and `build/package`, keep to that.
 */
export function locateProgram(ownFile: string): ProgramLocation {
  const folder = dirname(ownFile);
  const isBundle = !ownFile.endsWith('.ts');
  const built = isBundle ? dirname(folder) : resolve(folder, '../../../out');
  const entryOf = (name: ProcessName) =>
    isBundle ? join(folder, `${name}.js`) : resolve(folder, '..', name, 'main.ts');
  return {
    entries: Object.fromEntries(processNames.map((name) => [name, entryOf(name)])) as Record<
      ProcessName,
      string
    >,
    windowFolder: join(built, 'renderer'),
    preload: join(built, 'preload', 'bridge.cjs'),
    compiledFolder: isBundle ? null : resolve(folder, '../../../node_modules/.cache/compiled'),
  };
}

/** This program. Fonts and native libraries are found by Node, as files of their packages. */
export const program = locateProgram(fileURLToPath(import.meta.url));
