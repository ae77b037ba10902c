import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Command } from 'commander';
import { demoPlan } from '#core/sample/demo-plan.ts';
import { generateSampleFiles } from '#core/sample/generate.ts';
import { createWorkspace, isWorkspace } from '#core/storage/workspace.ts';
import type { Language } from '#core/wording/language.ts';
import { registerStudy } from '#core/study/execution/register-study.ts';
import { exitCodes } from '../exit-codes.ts';
import { languageOption } from '../language-option.ts';
import { outputOf } from '../output.ts';
import { openFromOptions } from '../workspace-options.ts';
import { checkResultFolder } from '../write-result-files.ts';
import { executeAndReport } from './study.ts';

const seed = 2026;

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
        if (!completed) setExitCode(exitCodes.stopped.code);
      } finally {
        opened.workspace.close();
      }
    });
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
