import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Plugin } from 'vite';

/**
 * Writes down of which packages a bundle holds files, as paths from the root of the program: their
 * licences go with `npm run package`, and its list of parts names them.
 * @param woven packages whose text becomes part of ours without being a file of the bundle
 */
export function listBundledPackages(file: string, woven: readonly string[] = []): Plugin {
  return {
    name: 'list-bundled-packages',
    writeBundle(_options, bundle) {
      const sources = Object.values(bundle).flatMap((part) =>
        part.type === 'chunk' ? part.moduleIds : part.originalFileNames,
      );
      const styles = [...this.getModuleIds()].filter((id) => /\.css($|\?)/.test(id));
      const packages = [...sources, ...styles, ...woven].flatMap(
        (source) => packageOf(source) ?? [],
      );
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `${JSON.stringify([...new Set(packages)].sort(), null, 2)}\n`);
    },
  };
}

/** The innermost package of whose files a path is; null for one of our own. */
export function packageOf(source: string): string | null {
  const path = source.replaceAll('\\', '/');
  const last = path.lastIndexOf('node_modules/');
  if (last === -1) return null;
  const [, first, second] = path.slice(last).split('/');
  const name = first.startsWith('@') ? `${first}/${second}` : first;
  return `${path.slice(path.indexOf('node_modules/'), last)}node_modules/${name}`;
}
