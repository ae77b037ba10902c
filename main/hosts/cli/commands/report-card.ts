import type { Command } from 'commander';
import { findModel } from '#core/library/find-model.ts';
import { listMeasuredRuns } from '#core/library/measured-runs.ts';
import { makeModelCard } from '#core/report/card/make-model-card.ts';
import { gatherModelCard } from '#core/study/records/gather-model-card.ts';
import { judgeWhatWasNot } from '../judge-what-was-not.ts';
import { outputOf } from '../output.ts';
import { withWorkspace } from '../workspace-options.ts';
import {
  addDocumentOptions,
  checkDocumentFolder,
  writeDocument,
  type DocumentOptions,
} from '../write-document.ts';

/** `report card`. */
export function addCardCommand(report: Command, program: Command): void {
  addDocumentOptions(
    report
      .command('card')
      .description('write the card of a model: what it comes from, can do, and may not')
      .argument('<model>', 'as "model list" calls it'),
  ).action((name: string, options: DocumentOptions) =>
    withWorkspace(options, async (workspace) => {
      checkDocumentFolder(workspace, options);
      const output = outputOf(program);
      const stored = findModel(workspace, name);
      const studies = new Set(listMeasuredRuns(workspace, stored).map(({ studyId }) => studyId));
      for (const id of studies) {
        const study = workspace.studies.get(id);
        if (study.state !== 'running') await judgeWhatWasNot(workspace, study, output);
      }
      const card = await gatherModelCard(workspace, stored, name);
      const files = await writeDocument(makeModelCard(card, options.language), options, output);
      // Not as `modelId`: a model that was exported is kept from pruning, of which a card is no reason.
      workspace.audit.append('export.written', { cardOf: stored.id, files: files.length });
      output.result(files.map((file) => `wrote ${file}`).join('\n'), { files });
    }),
  );
}
