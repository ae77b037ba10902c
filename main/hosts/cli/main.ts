import { sealProcess } from '#hosts/composition/seal-process.ts';
import { outliveReaders } from './outlive-readers.ts';
import { runCli } from './run-cli.ts';

sealProcess();
const argv = process.argv.slice(2);
const json = argv.includes('--json');
outliveReaders(json);
process.exitCode = await runCli(argv, json);
