/**
 * The whole way on real documents, by keyboard alone: two played persons with stated errors mark the first
 * twenty documents of CANTEMIST dev1 in a browser, a third settles, what was settled is frozen, and a study
 * runs on it. Prints what came of it:
 *     npm run build && node test/annotation/exercise.ts [documents]
 */
import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { proposeScheme } from '#core/annotation/propose-scheme.ts';
import type { DifferencesView } from '#core/api/contract/annotation-settling.ts';
import { RandomStream } from '#core/base/random-stream.ts';
import { importDocuments } from '#core/collection/documents/import-documents.ts';
import { createProject } from '#core/review/projects/create-project.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { unlockWorkspace } from '#core/storage/workspace-secret.ts';
import { trainStudy } from '#hosts/trainer/train-study.ts';
import { findWords, firstWordEndingAfter } from '#window/annotation/find-words.ts';
import { openWindow } from '../e2e/open-window.ts';

const count = Number(process.argv[2] ?? 20);
/** Of each mark: left out, one word too long, and as many again where nothing is. */
const errors = { missed: 0.05, longer: 0.05, spurious: 0.05 };
const type = 'MORFOLOGIA_NEOPLASIA';
const passphrases = { 'Ana Ruiz': 'of this test', 'Ben Ito': 'lamp river stone window' };
process.env.ANAMNESIS_ANSWER_DELAY_MS = '0';
const print = (line: string) => process.stdout.write(`${line}\n`);

/** Places in words, `last` included. */
interface Place {
  readonly first: number;
  readonly last: number;
}

/** The marks of the file in whole words; of those that overlap the first alone, by keyboard as well. */
function goldOf({ documents }: Workspace, number: number) {
  const { text, annotations } = documents.get(number);
  const words = findWords(text);
  const places: Place[] = [];
  const spans = annotations.flatMap((each) => (each.kind === 'span' ? each.fragments : []));
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const first = firstWordEndingAfter(words, start);
    const last = firstWordEndingAfter(words, end - 1);
    if (first > (places.at(-1)?.last ?? -1)) places.push({ first, last });
  }
  return { words, places };
}

/** What a person gives who errs as stated. */
function withErrors(gold: readonly Place[], wordCount: number, random: RandomStream) {
  const made = { missed: 0, longer: 0, spurious: 0 };
  const given: Place[] = [];
  for (const [at, { first, last }] of gold.entries()) {
    const next = gold[at + 1]?.first ?? wordCount;
    const drawn = random.integer(100) / 100;
    if (drawn < errors.missed) made.missed += 1;
    else if (drawn < errors.missed + errors.longer && last + 1 < next) {
      made.longer += 1;
      given.push({ first, last: last + 1 });
    } else given.push({ first, last });
    const free = last + 3;
    if (random.integer(100) / 100 < errors.spurious && free + 1 < next) {
      made.spurious += 1;
      given.push({ first: free, last: free });
    }
  }
  return { given, made };
}

const window = await openWindow();
const { workspace } = window.host;
const request = {
  collection: 'dev1',
  paths: [resolve('../shared/data/cantemist/dev1')],
  choice: {},
};
const { collectionId } = await importDocuments(workspace, request, { nowMs: Date.now });
const ben = await workspace.people.add({
  name: 'Ben Ito',
  role: 'reviewer',
  passphrase: passphrases['Ben Ito'],
  firstName: 'Ana Ruiz',
});
const persons = [workspace.persons.first().id, ben.id];
const { project } = createProject(workspace, {
  name: 'Neoplasms',
  createdBy: persons[0],
  documents: { filter: { collectionId } },
  scheme: proposeScheme({ classes: [], hasSeveral: false, types: [type], attributes: {} }),
  guidelines: '',
  settings: {
    order: { kind: 'listed' },
    doubleShare: 1,
    testCount: 0,
    suggestions: 'blind',
    begin: 'empty',
  },
  annotators: persons.map((person) => ({ person, most: null })),
});
const [{ key: typeKey }] = workspace.annotationProjects.scheme(project.id).scheme.types;
const numbers = workspace.annotationProjects
  .documents(project.id)
  .slice(0, count)
  .map(({ number }) => number);
print(`${project.documentCount} documents in the project, ${count} are done by two`);

async function signIn(page: Page, name: keyof typeof passphrases): Promise<void> {
  await page.goto(window.host.server.newUrl());
  await page.getByRole('heading', { name: 'Sign in to outpatients' }).waitFor();
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Passphrase').fill(passphrases[name]);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Annotation' }).press('Enter');
  await page.getByRole('link', { name: 'Neoplasms' }).press('Enter');
}

/** Marks the documents of a person; gives how many keys that took. */
async function label(page: Page, person: string, random: RandomStream): Promise<void> {
  const total = { missed: 0, longer: 0, spurious: 0 };
  let [keys, marks] = [0, 0];
  const press = async (key: string, times = 1) => {
    keys += times;
    for (let time = 0; time < times; time++) await page.keyboard.press(key);
  };
  const begun = performance.now();
  await page.getByRole('button', { name: 'Begin' }).press('Enter');
  for (const [at, number] of numbers.entries()) {
    await page.getByText(`Document ${at + 1} of ${project.documentCount}`).waitFor();
    const { words, places } = goldOf(workspace, number);
    const { given, made } = withErrors(places, words.starts.length, random);
    for (const key of ['missed', 'longer', 'spurious'] as const) total[key] += made[key];
    let word = 0;
    for (const { first, last } of given) {
      await press('ArrowRight', first - word);
      await press('Shift+ArrowRight', last - first);
      await press(typeKey ?? '');
      await page.locator('[data-saved="true"]').waitFor();
      word = last;
    }
    marks += given.length;
    const stored = () =>
      workspace.annotationWorks.find({
        ...{ projectId: project.id, number, person, purpose: 'label' },
      })?.work;
    const found = (stored()?.spans ?? []).map(({ fragments: [{ start, end }] }) => [start, end]);
    const wanted = given.map(({ first, last }) => [words.starts[first], words.ends[last]]);
    if (JSON.stringify(found.sort(byStart)) !== JSON.stringify(wanted)) {
      throw new Error(`document ${at + 1} of ${person} has other marks than were typed`);
    }
    await press('Control+Enter');
    while (stored()?.state !== 'done') await wait(20);
  }
  const seconds = (performance.now() - begun) / 1000;
  print(
    `a person: ${marks} marks by ${keys} keys in ${seconds.toFixed(0)} s; errors made: ${total.missed} missed, ${total.longer} longer, ${total.spurious} spurious`,
  );
}

const byStart = ([a]: number[], [b]: number[]) => a - b;
await signIn(window.page, 'Ana Ruiz');
await label(window.page, persons[0], new RandomStream(1, 'exercise'));
const other = await window.page.context().browser()!.newContext();
const theirs = await other.newPage();
theirs.setDefaultTimeout(60_000);
await signIn(theirs, 'Ben Ito');
await label(theirs, persons[1], new RandomStream(2, 'exercise'));
await other.close();

/** What the page is told of a document, to know on which side the truth is. */
async function differencesOf(page: Page, number: number): Promise<DifferencesView> {
  const reply = await page.evaluate(
    async ([projectId, document]) => {
      const answer = await fetch('/api/calls/annotation.differences', {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          Authorization: `Bearer ${localStorage.getItem('anamnesis.session') ?? ''}`,
        },
        body: JSON.stringify({ projectId, number: document }),
      });
      return (await answer.json()) as { value: DifferencesView };
    },
    [project.id, number] as const,
  );
  return reply.value;
}

const { page } = window;
let settled = 0;
for (const number of numbers) {
  const { words, places } = goldOf(workspace, number);
  const truth = new Set(
    places.map(({ first, last }) => `${words.starts[first]}-${words.ends[last]}`),
  );
  const { conflicts } = await differencesOf(page, number);
  await page.goto(
    `${new URL(window.host.server.url).origin}/#/annotation/${project.id}/settling/${number}`,
  );
  if (conflicts.length === 0) continue;
  await page.locator('[data-conflict]').waitFor();
  for (const { left, right } of conflicts) {
    const isTrue = (side: typeof left) =>
      (side.mark?.fragments ?? []).some(({ start, end }) => truth.has(`${start}-${end}`));
    // Of a mark that one has alone the side without it is right where it is spurious.
    const key = isTrue(left) ? 'ArrowLeft' : isTrue(right) ? 'ArrowRight' : 'n';
    await page.locator('[data-saved="true"]').waitFor();
    await page.keyboard.press(key);
    settled += 1;
  }
  await page.getByText('All differences of this document are settled.').waitFor();
}
print(`${settled} differences settled, one key each`);

await page.getByRole('link', { name: 'Neoplasms' }).press('Enter');
await page.getByRole('button', { name: 'Freeze…' }).press('Enter');
await page.getByLabel('Name of the set').fill('neoplasms-gold');
await page.keyboard.press('Enter');
await page.getByText(/neoplasms-gold.*version 1, has \d+ documents?/).waitFor();
const gold = workspace.labelledSets.get('neoplasms-gold');
const wrong = [...workspace.labelledSets.documents(gold.id)].reduce(
  (sum, { number, annotations }) => {
    const { words, places } = goldOf(workspace, number);
    const truth = new Set(
      places.map(({ first, last }) => `${words.starts[first]}-${words.ends[last]}`),
    );
    const frozen = annotations.flatMap((each) =>
      each.kind === 'span' ? each.fragments.map(({ start, end }) => `${start}-${end}`) : [],
    );
    const right = frozen.filter((each) => truth.has(each)).length;
    return sum + (frozen.length - right) + (truth.size - right);
  },
  0,
);
print(
  `${gold.annotationCount} marks frozen; ${wrong} differ from the file: both erred in the same way`,
);

const plan = {
  name: 'exercise',
  seed: 7,
  corpora: { notes: { collection: 'dev1', lineUnit: 'sentence' } },
  vocabularies: { words: { corpora: ['notes'], size: 1_000 } },
  models: {
    small: {
      start: {
        ...{ kind: 'scratch', vocabulary: 'words', layers: 1, hiddenSize: 64 },
        ...{ heads: 2, intermediateSize: 128, maxPositions: 128 },
      },
    },
  },
  tasks: {
    neoplasms: {
      ...{ kind: 'entities', data: { set: 'neoplasms-gold' }, folds: 2, epochs: 2, maxTokens: 128 },
    },
  },
};
const study = workspace.studies.create({ name: plan.name, planJson: JSON.stringify(plan) });
const outcome = await trainStudy(
  {
    type: 'start',
    workspaceFolder: workspace.folder,
    rawKey: unlockWorkspace(workspace.folder, { passphrase: passphrases['Ana Ruiz'] }),
    personId: persons[0],
    studyId: study.id,
    engine: 'onnx-cpu',
    precision: null,
  },
  { emit: () => undefined, stop: new AbortController().signal },
);
const runs = workspace.runs.listByStudy(study.id);
const finished = runs.filter(({ state }) => state === 'finished').length;
print(`a study on the set: ${outcome.state}, ${finished} of ${runs.length} runs`);
await window.close();
