import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Command } from 'commander';
import { demoPlan } from '#core/sample/demo-plan.ts';
import { generateSampleFiles } from '#core/sample/generate.ts';
import { findCollection } from '#core/collection/find-collection.ts';
import { screenDocuments } from '#core/screening/intake/screen-documents.ts';
import { releaseModel } from '#core/screening/release/release-model.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { createWorkspace, isWorkspace } from '#core/storage/workspace.ts';
import type { Language } from '#core/wording/language.ts';
import { registerStudy } from '#core/study/execution/register-study.ts';
import { exitCodes } from '../exit-codes.ts';
import { languageOption } from '../language-option.ts';
import { openEngine } from '#hosts/composition/engines.ts';
import { nameRelease } from '../describe-release.ts';
import { outputOf, type Output } from '../output.ts';
import { openFromOptions } from '../workspace-options.ts';
import { checkResultFolder } from '../write-result-files.ts';
import { importFiles } from './import-files.ts';
import { measuredEngine } from './new-documents.ts';
import { describeEntry } from './screen-worklist.ts';
import { executeAndReport } from './study.ts';

const seed = 2026;
/** How long the release of the demo holds. */
const demoDays = 365;
const shownPatients = 5;

export function addDemoCommand(program: Command, setExitCode: (code: number) => void): void {
  program
    .command('demo')
    .description('make synthetic notes in three languages and run a small study on them')
    .argument('[folder]', 'where to put them', 'anamnesis-demo')
    .addOption(languageOption())
    .action(async (folder: string, { language }: { language: Language }) => {
      const output = outputOf(program);
      const root = resolve(folder);
      checkResultFolder(root);
      const options = prepareDemo(root);
      output.message(`synthetic notes, plan and workspace are in ${root}`);
      const opened = await openFromOptions(options);
      try {
        const study = registerStudy(opened.workspace, {
          text: JSON.stringify(demoPlan, null, 2),
          fileName: 'plan.json',
          folder: join(root, 'sample'),
        });
        const results = join(root, 'results');
        const completed = await executeAndReport(opened, study, {
          results,
          engine: null,
          precision: null,
          language,
          output,
        });
        if (completed) await screenArrivals(opened.workspace, root, output);
        else setExitCode(exitCodes.stopped.code);
      } finally {
        opened.workspace.close();
      }
    });
}

/** The demo ends with a list to look at: the adapted model is released, and says what it makes of new notes. */
async function screenArrivals(workspace: Workspace, root: string, output: Output): Promise<void> {
  const name = 'hiv-test';
  const { signal } = new AbortController();
  const release =
    workspace.screeningReleases.findByName(name) ??
    releaseModel(workspace, {
      name,
      model: 'demo/hiv-test/adapted/final',
      intendedUse: 'To show how screening works, on synthetic notes.',
      population: 'Nobody: synthetic patients.',
      untilMs: workspace.nowMs() + demoDays * 86_400_000,
    });
  const paths = [join(root, 'sample', 'arrivals')];
  await importFiles(workspace, { collection: 'arrivals', paths, choice: {} }, { output, signal });
  const { id: collectionId } = findCollection(workspace, 'arrivals');
  await screenDocuments(
    workspace,
    release,
    {
      numbers: workspace.documentQueries.numbers({ collectionId }),
      source: { collection: 'arrivals' },
    },
    { openRuntime: () => openEngine(measuredEngine(workspace), 'float32') },
  );
  const page = workspace.screeningWorklists.page({
    ...{ releaseId: release.id, filter: 'open', offset: 0, limit: shownPatients },
    restingSinceMs: null,
  });
  output.result(
    [
      '',
      `New notes screened by ${nameRelease(release, workspace.nowMs())}`,
      ...page.entries.map(describeEntry),
      `${page.total} patients to look at: npm start, then “Screening”`,
    ].join('\n'),
    page,
  );
}

/** Writes the sample data and makes the workspace, unless a demo that was stopped left them. */
function prepareDemo(root: string) {
  const workspace = join(root, 'workspace');
  const passphraseFile = join(root, 'passphrase');
  mkdirSync(root, { recursive: true });
  for (const { path, content } of generateSampleFiles({ seed, size: 'demo' })) {
    const target = join(root, 'sample', path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
  writeFileSync(join(root, 'sample', 'plan.json'), `${JSON.stringify(demoPlan, null, 2)}\n`);
  if (!isWorkspace(workspace)) {
    // The demo's notes are synthetic; a real passphrase belongs in a head or a password store.
    const passphrase = randomBytes(16).toString('hex');
    writeFileSync(passphraseFile, `${passphrase}\n`, { mode: 0o600 });
    createWorkspace(workspace, { passphrase }).close();
  }
  return { workspace, passphraseFile };
}
