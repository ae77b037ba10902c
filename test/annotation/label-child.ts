/**
 * A process that labels until it is killed. It says on its standard output which action is on the
 * disk, one line of JSON each, as a window would be answered: the test then looks for each.
 */
import { RandomStream } from '#core/base/random-stream.ts';
import type { AskedEdit } from '#core/domain/annotation-work.ts';
import { applyAction } from '#core/review/work/apply-action.ts';
import { openWork } from '#core/review/work/open-work.ts';
import { undoAction } from '#core/review/work/undo-action.ts';
import { openWorkspace } from '#core/storage/workspace.ts';
import { passphrase } from '../recovery/storage/shared.ts';

/** What the child says: a mark that is there, or one that is undone. */
export interface Labelled {
  readonly actionId: number;
  readonly number: number;
  readonly mark: string;
  readonly isThere: boolean;
}

const [, , folder, seed, project] = process.argv;
const random = new RandomStream(Number(seed), 'label-child');
const workspace = openWorkspace(folder, { passphrase });
const projectId = Number(project);
const person = 'ana';
const numbers = workspace.annotationProjects.documents(projectId).map(({ number }) => number);

function say(labelled: Labelled): void {
  process.stdout.write(`${JSON.stringify(labelled)}\n`);
}

for (let step = 0; ; step++) {
  const number = numbers[random.integer(numbers.length)];
  const { stored } = openWork(workspace, { projectId, person, number });
  const mark = `m${seed}-${step}`;
  const start = random.integer(10);
  const edits: AskedEdit[] = [
    {
      kind: 'span-add',
      id: mark,
      type: 'Disease',
      fragments: [{ start, end: start + 4 }],
      attributes: {},
    },
    { kind: 'remark', text: mark },
  ];
  const { actionId } = applyAction(workspace, {
    projectId,
    person,
    documents: [{ number, revision: stored.revision, edits }],
  });
  if (actionId === null) throw new Error('a new mark changes something');
  say({ actionId, number, mark, isThere: true });
  if (random.integer(4) > 0) continue;
  undoAction(workspace, { projectId, person, actionId, direction: 'undo' });
  say({ actionId, number, mark, isThere: false });
}
