import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/**
 * `npm run package:compare`: makes the package twice, the second time from a copy of the sources in
 * another folder, whose window is built anew, and says whether both are the same bytes. What is in
 * out/package afterwards is what was compared.
 */
const root = resolve(import.meta.dirname, '../..');
const git = (...given: string[]) => execFileSync('git', given, { cwd: root, encoding: 'utf8' });

function makePackage(folder: string, date: string): string {
  execFileSync(process.execPath, [join(folder, 'build/package/make-package.ts')], {
    cwd: folder,
    env: { ...process.env, SOURCE_DATE_EPOCH: date },
    stdio: ['ignore', 'ignore', 'ignore'],
  });
  return readFileSync(join(folder, 'out/package/SHA256SUMS'), 'utf8');
}

/** The sources as they are here, with the packages as links to the same files. */
function copySources(target: string): void {
  const listed = git('ls-files', '-z', '--cached', '--others', '--exclude-standard');
  for (const path of listed.split('\0').filter((each) => each !== '')) {
    mkdirSync(dirname(join(target, path)), { recursive: true });
    cpSync(join(root, path), join(target, path));
  }
  // What tests and builds keep there is left behind: it changes meanwhile.
  execFileSync('cp', ['--archive', '--link', join(root, 'node_modules'), target]);
  rmSync(join(target, 'node_modules/.cache'), { recursive: true, force: true });
}

// In the same file system, since a file has no links in another.
const copy = mkdtempSync(join(process.env.TMPDIR ?? dirname(root), 'anamnesis-copy-'));
try {
  const date = process.env.SOURCE_DATE_EPOCH ?? git('log', '-1', '--format=%ct').trim();
  copySources(copy);
  const [here, there] = [makePackage(root, date), makePackage(copy, date)];
  process.stdout.write(here);
  process.stdout.write(
    here === there ? 'both builds are the same bytes\n' : `the other:\n${there}`,
  );
  if (here !== there) process.exitCode = 1;
} finally {
  rmSync(copy, { recursive: true });
}
