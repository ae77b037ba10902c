import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { englishThroughout, inEnglish } from '#core/base/phrase.ts';
import { newWorkspace, temporaryFolder } from '#core/storage/testing/temporary-workspace.ts';
import { planSchema } from '../plan/plan-schema.ts';
import { describeTasks } from '../results/describe-tasks.ts';
import { prepareData } from './prepare-data.ts';

const notes = [
  'Patiënt met koorts en hoest sinds drie dagen, geen bloed bij het hoesten.',
  'Controle na een operatie aan de linker knie, de wond is rustig en droog.',
  'Verwezen wegens hoofdpijn en wazig zien, de bloeddruk was thuis steeds te hoog.',
  'Geen klachten.',
];

/** A workspace into which a plan with one task and one corpus is read, again and again. */
function openStudy(corpusLines: readonly string[]) {
  const folder = temporaryFolder();
  const rows = notes.map((text, index) => `"${text}",${index % 2 ? 'x' : 'y'}\n`);
  writeFileSync(join(folder, 'notes.csv'), `text,label\n${rows.join('')}`);
  writeFileSync(join(folder, 'corpus.txt'), corpusLines.join('\n'));
  const workspace = newWorkspace();
  const plan = planSchema.parse({
    name: 'plan',
    corpora: { clinical: { files: [join(folder, 'corpus.txt')] } },
    models: {},
    tasks: {
      screen: {
        kind: 'classification',
        data: { format: 'csv', files: [join(folder, 'notes.csv')] },
        folds: 2,
      },
    },
  });
  const { id } = workspace.studies.create({ name: 'plan', planJson: JSON.stringify(plan) });
  const said: string[] = [];
  const works = new Set<string>();
  return {
    said,
    works,
    comparisons: () => workspace.audit.entriesOf(['study.texts-compared']).length,
    warnings: () => englishThroughout(describeTasks(workspace, { id, plan, runs: [] }).warnings),
    read: () =>
      prepareData(
        { plan, studyId: id },
        {
          workspace,
          clock: { nowMs: () => 0 },
          emit: (event) => {
            if (event.type === 'message' && event.level === 'warning')
              said.push(inEnglish(event.text));
          },
          advance: (what) => {
            works.add(what);
            return Promise.resolve();
          },
        },
      ),
  };
}

const warning =
  'The corpus “clinical” holds most of the words of 2 of the 3 notes with eight words or more, in the same order. What is trained on it has read them before they are tested, without their labels: on text that it has not read it may do worse.';

describe('notes that are also in a corpus', () => {
  it('are told of before anything is trained, and with the results', async () => {
    const study = openStudy(['Een andere zin.', `Brief. ${notes[0].toUpperCase()}`, notes[1]]);
    await study.read();
    expect(study.said).toEqual([`task screen: ${warning}`]);
    expect(study.warnings()).toEqual([{ kind: 'seen-texts', about: 'screen', text: warning }]);
  });

  it('are looked for once for the same data, and told of again', async () => {
    const study = openStudy([notes[0], notes[1]]);
    await study.read();
    await study.read();
    expect(study.comparisons()).toBe(1);
    expect(study.said).toEqual([`task screen: ${warning}`, `task screen: ${warning}`]);
  });

  it('are not made out of other texts, nor of short ones', async () => {
    const study = openStudy(['Geen klachten.', 'De wond is rustig en droog, geen koorts.']);
    await study.read();
    expect(study.said).toEqual([]);
    expect(study.warnings()).toEqual([]);
  });

  it('are looked for in turns with all else', async () => {
    const study = openStudy(Array.from({ length: 300 }, (_, line) => `regel ${line}`));
    await study.read();
    expect(study.works).toContain('looking for the texts of tasks in corpus clinical');
  });
});
