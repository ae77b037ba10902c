import { existsSync } from 'node:fs';

/** Without this the package of the browser would phone home while the test watches for just that. */
const quietFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** The browser of the system, or null where there is none. */
export function findChromium(): { executablePath: string; args: string[] } | null {
  const executablePath = [
    process.env.CHROMIUM_PATH ?? '',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ].find((path) => path !== '' && existsSync(path));
  return executablePath === undefined ? null : { executablePath, args: quietFlags };
}
