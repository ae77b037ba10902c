/**
 * Labels the 250 documents of CANTEMIST dev1 over the loopback host, as a window does, while the host is
 * killed with SIGKILL at random moments; then looks for each action that was answered:
 *     node test/annotation/host-kill.ts 200
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { applyEdits } from '#core/annotation/edits/apply-edits.ts';
import { proposeScheme } from '#core/annotation/propose-scheme.ts';
import type { Applied } from '#core/api/contract/annotation-edits.ts';
import type { Reply } from '#core/api/contract/failure.ts';
import { loopbackPaths } from '#core/api/contract/loopback-paths.ts';
import { RandomStream } from '#core/base/random-stream.ts';
import { importDocuments } from '#core/collection/documents/import-documents.ts';
import { untouchedWork } from '#core/domain/annotation-work.ts';
import { createProject } from '#core/review/projects/create-project.ts';
import { createWorkspace, openWorkspace } from '#core/storage/workspace.ts';

const kills = Number(process.argv[2] ?? 200);
const passphrase = 'lamp river stone window';
const folder = mkdtempSync(join(tmpdir(), 'anamnesis-host-kill-'));
const secret = join(folder, 'passphrase');
writeFileSync(secret, passphrase, { mode: 0o600 });
const workspaceFolder = join(folder, 'workspace');
const random = new RandomStream(2_026, 'host-kill');
const main = fileURLToPath(new URL('../../main/hosts/cli/main.ts', import.meta.url));

async function makeProject() {
  const scrypt = { N: 2 ** 10, r: 8, p: 1 };
  const workspace = createWorkspace(workspaceFolder, { passphrase, scrypt });
  const paths = [resolve('../shared/data/cantemist/dev1')];
  const request = { collection: 'dev1', paths, choice: {} };
  const { collectionId } = await importDocuments(workspace, request, { nowMs: Date.now });
  const types = ['MORFOLOGIA_NEOPLASIA'];
  const { project } = createProject(workspace, {
    name: 'dev1',
    createdBy: workspace.persons.first().id,
    documents: { filter: { collectionId } },
    scheme: proposeScheme({ classes: [], hasSeveral: false, types, attributes: {} }),
    guidelines: '',
    settings: {
      order: { kind: 'listed' },
      doubleShare: 0,
      testCount: 0,
      suggestions: 'shown',
      begin: 'empty',
    },
    annotators: [{ person: workspace.persons.first().id, most: null }],
  });
  const numbers = workspace.annotationProjects.documents(project.id).map(({ number }) => number);
  workspace.close();
  return { projectId: project.id, numbers };
}

/** A host in a process of its own, and calls to it as the window makes them. */
async function openHost() {
  const argv = [main, 'serve', '-w', workspaceFolder, '--passphrase-file', secret];
  const child = spawn(process.execPath, argv, { stdio: ['ignore', 'pipe', 'pipe'] });
  const gone = new Promise<void>((end) => {
    child.once('close', () => {
      end();
    });
  });
  const url = await new Promise<string>((found, fail) => {
    let said = '';
    child.stdout.on('data', (bytes: Buffer) => {
      said += bytes.toString('utf8');
      const address = /open (http:\S+)\n/.exec(said)?.[1];
      if (address !== undefined) found(address);
    });
    child.stderr.on('data', (bytes: Buffer) => (said += bytes.toString('utf8')));
    void gone.then(() => {
      fail(new Error(said));
    });
  });
  const { origin, hash, host } = new URL(url);
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${origin}${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: origin, ...headers },
      body: JSON.stringify(body),
    });
  const signedIn = await post(loopbackPaths.signIn, { token: hash.slice(1) });
  const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0];
  const reply = (await signedIn.json()) as Reply<{ session: string }>;
  if (!reply.ok) throw new Error(`${host}: ${reply.failure.code}`);
  const { session } = reply.value;
  return {
    async call<Value>(name: string, input: unknown): Promise<Value> {
      const headers = { Authorization: `Bearer ${session}`, Cookie: cookie };
      const answered = await post(`${loopbackPaths.calls}${name}`, input, headers);
      const answer = (await answered.json()) as Reply<Value>;
      if (!answer.ok) throw new Error(answer.failure.code);
      return answer.value;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

const { projectId, numbers } = await makeProject();
/** Marks of which an answer came, by id, with the document. */
const answered = new Map<string, number>();
let lost = 0;
for (let round = 0; round < kills; round++) {
  const host = await openHost();
  let isKilled = false;
  const ending = new Promise<void>((end) => {
    setTimeout(() => {
      isKilled = true;
      void host.kill().then(end);
    }, random.integer(400));
  });
  try {
    for (let step = 0; !isKilled; step++) {
      const number = numbers[random.integer(numbers.length)];
      const place = { projectId, number };
      const opened = await host.call<{ revision: number }>('annotation.open', place);
      const id = `r${round}-${step}`;
      const start = random.integer(200);
      const type = 'MORFOLOGIA_NEOPLASIA';
      const span = { kind: 'span-add', id, type, fragments: [{ start, end: start + 1 }] };
      const edits = [{ ...span, attributes: {} }];
      const documents = [{ number, revision: opened.revision, edits }];
      await host.call<Applied>('annotation.edit', { projectId, documents });
      answered.set(id, number);
    }
  } catch (error) {
    // The host was killed under a call; anything else is a fault.
    if (!isKilled && !(error instanceof TypeError)) throw error;
  }
  await ending;
}
const later = openWorkspace(workspaceFolder, { passphrase });
const works = new Map(
  numbers.map((number) => {
    const [stored] = later.annotationWorks.ofDocument(projectId, number, 'label');
    const replayed = applyEdits(untouchedWork, later.annotationWorks.history(stored.id));
    if (JSON.stringify(replayed) !== JSON.stringify(stored.work)) lost += 1;
    return [number, stored.work] as const;
  }),
);
for (const [id, number] of answered) {
  if (works.get(number)?.spans.some((each) => each.id === id) !== true) lost += 1;
}
const { databaseProblems } = later.checkIntegrity();
later.close();
rmSync(folder, { recursive: true });
process.stdout.write(
  `${kills} kills, ${answered.size} answered actions, ${lost} lost, ${databaseProblems.length} problems of the database\n`,
);
process.exitCode = lost + databaseProblems.length === 0 ? 0 : 1;
