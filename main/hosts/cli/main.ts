import { keepCompiled } from '#hosts/composition/keep-compiled.ts';
import { sealProcess } from '#hosts/composition/seal-process.ts';
import { outliveReaders } from './outlive-readers.ts';

sealProcess();
keepCompiled();
const argv = process.argv.slice(2);
const json = argv.includes('--json');
outliveReaders(json);
// Not above: what is imported there is read before anything is kept.
const { runCli } = await import('./run-cli.ts');
process.exitCode = await runCli(argv, json);
