import { basename, extname, resolve } from 'node:path';
import type { Command } from 'commander';
import type { CleanText } from '#core/domain/text.ts';
import type { VocabularyCut } from '#core/domain/vocabulary-cuts.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { extendStoredModel } from '#core/library/vocabularies/extend-stored-model.ts';
import { findModel } from '#core/library/find-model.ts';
import { formatCount, formatPercentage, formatScore } from '#core/base/format-number.ts';
import { writeTextTable } from '#core/report/write-text-table.ts';
import { openVocabulary } from '#core/library/vocabularies/open-vocabulary.ts';
import { readCleanText } from '#core/collection/corpora/read-text.ts';
import { compareVocabularies, type SourceCuts } from '#core/tokenise/statistics.ts';
import { folderName } from '../folder-name.ts';
import { outputOf } from '../output.ts';
import { readCount } from '../read-count.ts';
import {
  addPassphraseOptions,
  addWorkspaceOptions,
  withWorkspace,
  type WorkspaceOptions,
} from '../workspace-options.ts';

interface TextOptions {
  readonly text: readonly string[];
}
interface ExtensionOptions extends WorkspaceOptions, TextOptions {
  readonly as: string;
  readonly tokens: string;
  readonly minFrequency: string;
}

const textHelp = [
  '--text <name=path...>',
  'plain text, a file or a folder; without a name, its own is taken',
] as const;

export function addVocabularyCommands(program: Command): void {
  const vocabulary = program
    .command('vocabulary')
    .description('see how vocabularies cut texts, and extend them');

  addPassphraseOptions(
    vocabulary
      .command('report')
      .description('tokens per word and unknown tokens of vocabularies on texts')
      .argument('<vocabularies...>', 'folders with a tokenizer, or models of the workspace')
      .requiredOption(...textHelp)
      .option('-w, --workspace <folder>', 'folder of the workspace, for models of it', folderName),
  ).action(
    async (references: readonly string[], options: Partial<WorkspaceOptions> & TextOptions) => {
      const texts = await readTexts(options.text);
      const { workspace: folder } = options;
      const compare = async (workspace: Workspace | null) => {
        const tokenizers = [];
        for (const each of references) tokenizers.push(await openVocabulary(each, workspace));
        return compareVocabularies(tokenizers, texts);
      };
      const rows =
        folder === undefined
          ? await compare(null)
          : await withWorkspace({ ...options, workspace: folder }, compare);
      outputOf(program).result(
        describeReport(references, rows),
        rows.map(({ source, wordCount, cuts }) => ({
          text: source,
          wordCount,
          vocabularies: cuts.map((cut, index) => ({ vocabulary: references[index], ...cut })),
        })),
      );
    },
  );

  addWorkspaceOptions(
    vocabulary
      .command('extend')
      .description('make a model with further tokens for the words of texts that save the most')
      .argument('<model>', 'a model of the workspace (see "model list"); it stays as it is')
      .requiredOption('--as <name>', 'name of the new model in the library')
      .requiredOption(...textHelp)
      .option('--tokens <number>', 'at most this many new tokens', '1000')
      .option('--min-frequency <number>', 'words that are rarer become no token', '5'),
  ).action(async (reference: string, options: ExtensionOptions) => {
    const tokenCount = readCount('tokens', options.tokens);
    const minFrequency = readCount('min-frequency', options.minFrequency);
    const texts = await readTexts(options.text);
    await withWorkspace(options, async (workspace) => {
      const from = findModel(workspace, reference);
      const extended = await extendStoredModel(workspace, from, {
        name: options.as,
        texts,
        tokenCount,
        minFrequency,
      });
      const { stored, vocabularySize, addedCount, cuts } = extended;
      const rows = cuts.map(({ corpus, wordCount, before, after }) => ({
        source: corpus,
        wordCount,
        cuts: [before ?? after, after],
      }));
      outputOf(program).result(
        [
          `${stored.name}: ${formatCount(addedCount)} tokens more, ${formatCount(vocabularySize)} in all`,
          describeReport([reference, stored.name], rows),
          'The words are part of the model: look whether names of persons are among them before it leaves.',
        ].join('\n'),
        { name: stored.name, id: stored.id, vocabularySize, addedCount, texts: cuts },
      );
    });
  });
}

/** @throws file.missing, file.unreadable, corpus.empty */
async function readTexts(options: readonly string[]): Promise<CleanText[]> {
  const paths = new Map<string, string[]>();
  for (const option of options) {
    const mark = option.indexOf('=');
    const path = option.slice(mark + 1);
    const name = mark > 0 ? option.slice(0, mark) : basename(resolve(path), extname(path));
    paths.set(name, [...(paths.get(name) ?? []), path]);
  }
  const texts: CleanText[] = [];
  for (const [name, ofName] of paths) texts.push(await readCleanText(name, ofName));
  return texts;
}

/** A row per text; two columns per vocabulary. */
function describeReport(names: readonly string[], rows: readonly SourceCuts[]): string {
  const columns = (cut: VocabularyCut) => [
    formatScore(cut.tokensPerWord),
    formatPercentage(cut.unknownRate),
  ];
  const header = [
    'Text',
    'Words',
    ...names.flatMap((_, index) => [`Tokens/word ${index + 1}`, `Unknown ${index + 1}`]),
  ];
  const table = writeTextTable({
    header,
    rows: rows.map(({ source, wordCount, cuts }) => [
      source,
      formatCount(wordCount),
      ...cuts.flatMap(columns),
    ]),
    numeric: header.map((_, column) => column).slice(1),
  });
  return [...names.map((name, index) => `${index + 1}  ${name}`), '', table].join('\n');
}
