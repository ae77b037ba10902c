import { Option, type Command } from 'commander';
import { formatCount, formatPercentage, formatScore } from '#core/base/format-number.ts';
import type { Adaptation } from '#core/domain/adaptation.ts';
import { selectDocuments } from '#core/collection/selection/select-documents.ts';
import { compareAdaptation, type LayeredModel } from '#core/insight/entities/compare-adaptation.ts';
import { listMentions } from '#core/insight/entities/list-mentions.ts';
import { openStateReader } from '#core/insight/entities/open-state-reader.ts';
import { findModel } from '#core/library/find-model.ts';
import { readModelRecord } from '#core/library/model-record.ts';
import { writeTextTable } from '#core/report/write-text-table.ts';
import { openTokenizer } from '#core/tokenise/open-tokenizer.ts';
import { openEngine } from '#hosts/composition/engines.ts';
import { advanceUntilStopped } from '../advance-until-stopped.ts';
import { exitCodes } from '../exit-codes.ts';
import { outputOf } from '../output.ts';
import { readCount } from '../read-count.ts';
import { addWorkspaceOptions, withWorkspace, type WorkspaceOptions } from '../workspace-options.ts';
import { addChoiceOptions, chooseDocuments, type ChoiceFlags } from './document-choice.ts';
import type { GeometryWork } from './geometry-options.ts';
import { measuredEngine } from './new-documents.ts';

interface AdaptationFlags extends WorkspaceOptions, ChoiceFlags {
  readonly base: string;
  readonly adapted: string;
  readonly seed: string;
  readonly engine?: string;
}

/** `geometry adaptation`: how words are cut, and how far each layer has moved. */
export function addAdaptationCommand(
  geometry: Command,
  { program, setExitCode }: GeometryWork,
): void {
  addChoiceOptions(
    addWorkspaceOptions(
      geometry
        .command('adaptation')
        .description('what lies between two models: how words are cut, how far each layer moved')
        .argument('[collection]', 'its name, with labelled mentions; or name a set with --set')
        .addOption(new Option('--base <model>', 'the one before').makeOptionMandatory())
        .addOption(new Option('--adapted <model>', 'the one after').makeOptionMandatory())
        .option('--seed <number>', 'by which random words are drawn', '1')
        .option('--engine <name>', 'compute with this engine: see doctor'),
    ),
  ).action((name: string | undefined, flags: AdaptationFlags) =>
    withWorkspace(flags, async (workspace) => {
      const output = outputOf(program);
      const { documents } = selectDocuments(workspace, chooseDocuments(workspace, name, flags));
      const runtime = await openEngine(flags.engine ?? measuredEngine(workspace), 'float32');
      const layered = (reference: string): LayeredModel => {
        const stored = findModel(workspace, reference);
        return {
          name: reference,
          layerCount: readModelRecord(stored).encoder.layerCount,
          tokenizer: openTokenizer(stored.tokenizerFiles),
          open: (layer) => openStateReader(workspace, stored, { runtime, layer }),
        };
      };
      const completed = await advanceUntilStopped(output, async (advance) => {
        const found = await compareAdaptation(
          listMentions(documents, readCount('seed', flags.seed)),
          [layered(flags.base), layered(flags.adapted)],
          advance,
        );
        output.result(describeAdaptation(found), found);
      });
      if (!completed) setExitCode(exitCodes.stopped.code);
    }),
  );
}

function describeAdaptation({ cuts, drift }: Adaptation): string {
  return [
    writeTextTable({
      header: ['model', 'words', 'pieces of a word', 'words cut', 'words not known'],
      rows: cuts.map(({ model, words, fertility, cutShare, unknownShare }) => [
        model,
        formatCount(words),
        formatScore(fertility),
        formatPercentage(cutShare),
        formatPercentage(unknownShare),
      ]),
      numeric: [1, 2, 3, 4],
    }),
    '',
    writeTextTable({
      header: ['layer', 'alike (linear CKA)'],
      rows: drift.map(({ layer, cka }) => [String(layer), cka === null ? '–' : formatScore(cka)]),
      numeric: [0, 1],
    }),
  ].join('\n');
}
