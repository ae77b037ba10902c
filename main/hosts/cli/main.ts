import { sealProcess } from '#hosts/composition/seal-process.ts';
import { outliveReaders } from './outlive-readers.ts';
import { runCli } from './run-cli.ts';

sealProcess();
outliveReaders();
process.exitCode = await runCli(process.argv.slice(2));
