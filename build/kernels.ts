/**
 * Assembles main/core/runtime/kernels/*.wat into kernel-bytes.ts. Run `node build/kernels.ts` after
 * a change; with --check it only compares and fails when they differ, which a test does.
 */
import { readFile, writeFile } from 'node:fs/promises';
import wabt from 'wabt';

const folder = new URL('../main/core/runtime/kernels/', import.meta.url);
const kernels = { adamw: 'adamw.wat', keepMask: 'keep-mask.wat' };

async function assembleKernel(file: string): Promise<string> {
  const toolkit = await wabt();
  const source = await readFile(new URL(file, folder), 'utf8');
  const module = toolkit.parseWat(file, source, { simd: true, bulk_memory: true, threads: true });
  try {
    return Buffer.from(module.toBinary({}).buffer).toString('base64');
  } finally {
    module.destroy();
  }
}

/** The text of kernel-bytes.ts as it follows from the sources. */
async function writeKernelBytes(): Promise<string> {
  const constants: string[] = [];
  for (const [name, file] of Object.entries(kernels)) {
    constants.push(
      `/** ${file} */\nexport const ${name}Bytes =\n  '${await assembleKernel(file)}';\n`,
    );
  }
  return `// Written by build/kernels.ts from the .wat files: change those.\n\n${constants.join('\n')}`;
}

const target = new URL('kernel-bytes.ts', folder);
const text = await writeKernelBytes();
if (!process.argv.includes('--check')) {
  await writeFile(target, text);
} else if ((await readFile(target, 'utf8')) !== text) {
  process.stderr.write('kernel-bytes.ts is older than its sources: run node build/kernels.ts\n');
  process.exitCode = 1;
}
