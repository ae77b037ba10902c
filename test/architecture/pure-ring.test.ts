import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** What each line uses exists on Node or in a browser, but not on both and in the language. */
const forbidden = {
  'a process': 'process.cwd();',
  'a Buffer': 'Buffer.from("");',
  'a file': 'import "node:fs";',
  'an old-style import': 'require("fs");',
  'a timer': 'setTimeout(() => {}, 1);',
  'the console': 'console.log(1);',
  'the network': 'fetch("http://localhost");',
  'a page': 'document.title;',
  'a window': 'window.location;',
  'browser storage': 'localStorage.clear();',
};

function checkPureRing(files: Readonly<Record<string, string>>): string[] {
  const path = join(root, 'tsconfig.pure.json');
  const { config } = ts.readConfigFile(path, (name) => ts.sys.readFile(name)) as {
    config: unknown;
  };
  const parsed = ts.parseJsonConfigFileContent(config, ts.sys, dirname(path));
  const host = ts.createCompilerHost(parsed.options);
  const readFile = host.readFile.bind(host);
  const fileExists = host.fileExists.bind(host);
  const getSourceFile = host.getSourceFile.bind(host);
  host.fileExists = (name) => name in files || fileExists(name);
  host.readFile = (name) => files[name] ?? readFile(name);
  host.getSourceFile = (name, target, ...rest) =>
    name in files
      ? ts.createSourceFile(name, files[name], target)
      : getSourceFile(name, target, ...rest);
  // With the whole ring, not only the new files: one import may bring in Node's types for all.
  const program = ts.createProgram({
    rootNames: [...parsed.fileNames, ...Object.keys(files)],
    options: parsed.options,
    host,
  });
  return Object.keys(files).map((name) => {
    const source = program.getSourceFile(name);
    const problems = [
      ...program.getSemanticDiagnostics(source),
      ...program.getSyntacticDiagnostics(source),
    ];
    return problems
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '))
      .join();
  });
}

describe('In the pure ring', () => {
  const lines = Object.values(forbidden);
  const names = lines.map((_, index) => join(root, `main/core/base/violation-${index}.ts`));
  const sources = lines.map((line) => `export {};\n${line}\n`);
  const allowed = join(root, 'main/core/base/allowed.ts');
  const [fine, ...messages] = checkPureRing({
    [allowed]: 'export const bytes = new TextEncoder().encode("a");\n',
    ...Object.fromEntries(names.map((name, index) => [name, sources[index]])),
  });

  test.each(Object.keys(forbidden).map((what, index) => [what, index] as const))(
    'there is no %s',
    (_what, index) => {
      expect(messages[index]).toMatch(/Cannot find|Do you need to/);
    },
  );

  test('there is what exists everywhere', () => {
    expect(fine).toBe('');
  });

  test('are the same folders for types and for imports', () => {
    const { forbidden: rules } = createRequire(import.meta.url)(
      join(root, '.dependency-cruiser.cjs'),
    ) as { forbidden: { name: string; from: { path?: string | string[] } }[] };
    const { from } = rules.find(({ name }) => name === 'pure-ring-has-no-effects')!;
    const { config } = ts.readConfigFile(join(root, 'tsconfig.pure.json'), (name) =>
      ts.sys.readFile(name),
    ) as { config: { include: string[] } };
    const included = config.include.filter((path) => !path.endsWith('.d.ts'));
    expect(
      [from.path]
        .flat()
        .map((path) => path?.replace(/^\^|\/$/g, ''))
        .sort(),
    ).toEqual(included.sort());
  });
});
