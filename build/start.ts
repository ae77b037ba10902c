import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * `npm start`: the desktop program where Electron's binary is on this machine, else the same window
 * in a browser through the loopback host. Arguments are passed on, for example
 * `npm start -- --workspace=folder`.
 */
const root = resolve(import.meta.dirname, '..');
const given = process.argv.slice(2);

/** Electron's package downloads its binary when it is imported: only look whether it is there. */
function findElectron(): string | null {
  const folder =
    process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(root, 'node_modules/electron/dist');
  const pathFile = join(root, 'node_modules/electron/path.txt');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : 'electron';
  const binary = join(folder, name);
  return existsSync(binary) ? binary : null;
}

/** Without a named workspace the one that the demo made is opened, with the demo's passphrase. */
function serveArguments(): readonly string[] | null {
  if (given.some((argument) => /^(-w|--workspace)\b/.test(argument))) return given;
  const demo = resolve('anamnesis-demo');
  if (!existsSync(join(demo, 'workspace'))) return null;
  const passphraseFile = join(demo, 'passphrase');
  return [
    '--workspace',
    join(demo, 'workspace'),
    '--passphrase-file',
    passphraseFile,
    '--plan-folder',
    join(demo, 'sample'),
    ...given,
  ];
}

function say(lines: readonly string[]): void {
  process.stderr.write(`${lines.join('\n')}\n`);
}

function run(command: string, commandArguments: readonly string[]): void {
  const child = spawn(command, commandArguments, { stdio: 'inherit' });
  // The child hears the terminal's interrupt itself and ends cleanly; this process waits for it.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}

function start(): void {
  const electron = findElectron();
  if (electron !== null) {
    run(electron, [root, ...given]);
    return;
  }
  say([
    'Electron is not on this machine, so the window opens in a browser instead.',
    'To have the desktop program: npx install-electron (it downloads the binary once).',
  ]);
  const serving = serveArguments();
  if (serving === null) {
    say([
      '',
      'There is no workspace to open yet. Either',
      '  npm run demo                                              makes one with synthetic notes, or',
      '  npm run anamnesis -- workspace create --workspace <folder>   makes an empty one; then',
      '  npm start -- --workspace <folder>',
    ]);
    process.exitCode = 2;
    return;
  }
  run(process.execPath, [join(root, 'main/hosts/cli/main.ts'), 'serve', ...serving]);
}

start();
