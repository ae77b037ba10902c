import { spawn } from 'node:child_process';

/**
 * Runs scripts of package.json, two at once, in their order: the longest go first. What one
 * says is printed when it has ended; all are run, and one that failed makes this fail.
 */
const scripts = process.argv.slice(2);
const atOnce = 2;

interface Ended {
  readonly isGood: boolean;
  readonly output: string;
}

function run(script: string): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn('npm', ['run', '--silent', script], {
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    const parts: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => parts.push(part));
    child.stderr.on('data', (part: Buffer) => parts.push(part));
    child.on('error', (error) => parts.push(Buffer.from(`${error.message}\n`)));
    child.on('close', (code) => {
      resolve({ isGood: code === 0, output: Buffer.concat(parts).toString() });
    });
  });
}

const waiting = [...scripts];
async function workOff(): Promise<void> {
  for (let script = waiting.shift(); script !== undefined; script = waiting.shift()) {
    const startedAtMs = performance.now();
    const { isGood, output } = await run(script);
    const seconds = Math.round((performance.now() - startedAtMs) / 1000);
    process.stdout.write(`${output}${script}: ${isGood ? 'good' : 'FAILED'} (${seconds} s)\n`);
    if (!isGood) process.exitCode = 1;
  }
}

await Promise.all(Array.from({ length: atOnce }, workOff));
