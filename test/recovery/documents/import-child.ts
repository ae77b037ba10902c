/** A process that imports documents until it is done or killed, and tells each stored batch. */
import { importDocuments } from '#core/collection/documents/import-documents.ts';
import { openWorkspace } from '#core/storage/workspace.ts';
import { batchDocuments, importRequest } from './import-request.ts';

const [, , folder, passphrase, file] = process.argv;
const workspace = openWorkspace(folder, { passphrase });
const { counts } = await importDocuments(workspace, importRequest(file), {
  nowMs: Date.now,
  batchDocuments,
  onProgress: ({ bytesDone }) => {
    process.stdout.write(`${JSON.stringify({ bytesDone })}\n`);
    return new Promise((resolve) => setImmediate(resolve));
  },
});
process.stdout.write(`${JSON.stringify({ counts })}\n`);
workspace.close();
