import type { Command } from 'commander';
import { makeDataSheet } from '#core/report/card/make-data-sheet.ts';
import { gatherDataSheet } from '#core/study/records/gather-data-sheet.ts';
import { outputOf } from '../output.ts';
import { withWorkspace } from '../workspace-options.ts';
import {
  addDocumentOptions,
  checkDocumentFolder,
  writeDocument,
  type DocumentOptions,
} from '../write-document.ts';
import { readVersion } from './document-choice.ts';

interface DataSheetOptions extends DocumentOptions {
  readonly setVersion?: number;
}

/** `report data-sheet`. */
export function addDataSheetCommand(report: Command, program: Command): void {
  addDocumentOptions(
    report
      .command('data-sheet')
      .description('write what a frozen set holds: counts, sources, languages, labels, hash')
      .argument('<set>', 'its name')
      .option('--set-version <number>', 'the newest unless given', readVersion),
  ).action((name: string, options: DataSheetOptions) =>
    withWorkspace(options, async (workspace) => {
      checkDocumentFolder(workspace, options);
      const output = outputOf(program);
      const version = workspace.labelledSets.get(name, options.setVersion);
      const sheet = makeDataSheet(gatherDataSheet(workspace, version), options.language);
      const files = await writeDocument(sheet, options, output);
      workspace.audit.append('export.written', { setId: version.setId, files: files.length });
      output.result(files.map((file) => `wrote ${file}`).join('\n'), { files });
    }),
  );
}
