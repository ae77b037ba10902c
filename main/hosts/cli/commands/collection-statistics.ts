import type { Command } from 'commander';
import { formatCount, formatPercentage } from '#core/base/format-number.ts';
import { selectDocuments } from '#core/collection/selection/select-documents.ts';
import {
  measureTokens,
  type TokenGroup,
  type TokenStatistics,
} from '#core/collection/statistics/measure-tokens.ts';
import { openVocabulary } from '#core/library/vocabularies/open-vocabulary.ts';
import type { CollectionStatistics, DocumentGroup } from '#core/storage/document-statistics.ts';
import { endOnSignals } from '../end-on-signals.ts';
import { outputOf } from '../output.ts';
import { addWorkspaceOptions, withWorkspace, type WorkspaceOptions } from '../workspace-options.ts';
import { addChoiceOptions, chooseDocuments, type ChoiceFlags } from './document-choice.ts';

interface StatisticsFlags extends WorkspaceOptions, ChoiceFlags {
  readonly vocabulary?: string;
}

/** `collection statistics`: how many documents, sentences, words and tokens, and of what. */
export function addCollectionStatistics(collection: Command, program: Command): void {
  addChoiceOptions(
    addWorkspaceOptions(
      collection
        .command('statistics')
        .description('count documents, sentences and words, by source, year, language and kind')
        .argument('[collection]', 'its name; or name a set with --set')
        .option(
          '--vocabulary <vocabulary>',
          'count tokens as well: a folder with a tokenizer, or a model of the workspace',
        ),
    ),
  ).action((name: string | undefined, flags: StatisticsFlags) =>
    withWorkspace(flags, async (workspace) => {
      const output = outputOf(program);
      const choice = chooseDocuments(workspace, name, flags);
      const tokenizer =
        flags.vocabulary === undefined ? null : await openVocabulary(flags.vocabulary, workspace);
      const statistics = workspace.documentStatistics.of(choice);
      const onProgress = (done: number, total: number) => {
        const what = 'counting tokens';
        output.event({ type: 'preparation', what, fraction: done / total, timeLeftMs: null });
      };
      const tokens =
        tokenizer === null
          ? null
          : await endOnSignals(() =>
              measureTokens(
                selectDocuments(workspace, choice),
                (text) => tokenizer.encode(text).ids.length,
                { nowMs: Date.now, onProgress },
              ),
            );
      output.result(
        [
          ...describeStatistics(statistics),
          ...(tokens === null ? [] : describeTokens(tokens)),
        ].join('\n'),
        { ...statistics, tokens },
      );
    }),
  );
}

const nameOf = (value: string) => (value === '' ? '–' : value);
const at = (share: number) => `${Math.round(100 * share)} %`;

function describeStatistics(statistics: CollectionStatistics): string[] {
  const { total, patients, lengths, classes, types } = statistics;
  const table = (title: string, groups: readonly DocumentGroup[]) => [
    title,
    ...groups.map((group) => `  ${nameOf(group.value)}  ${describeGroup(group)}`),
  ];
  return [
    describeGroup(total),
    `${formatCount(patients)} patients`,
    `words per document: ${lengths.map(({ share, words }) => `${at(share)} ${formatCount(words)}`).join(', ')}`,
    ...table('by source', statistics.bySource),
    ...table('by year', statistics.byYear),
    ...table('by language', statistics.byLanguage),
    ...table('by kind', statistics.byKind),
    ...classes.map(({ label, documents }) => `class ${label}  ${formatCount(documents)} documents`),
    ...types.map(
      ({ label, documents, count }) =>
        `type ${label}  ${formatCount(count)} in ${formatCount(documents)} documents`,
    ),
  ];
}

function describeGroup({ documents, sentences, words, characters }: DocumentGroup): string {
  return `${formatCount(documents)} documents, ${formatCount(sentences)} sentences, ${formatCount(words)} words, ${formatCount(characters)} characters`;
}

function describeTokens({ total, bySource, lengths, limit }: TokenStatistics): string[] {
  const describe = ({ documents, tokens, longer, beyond }: TokenGroup) =>
    `${formatCount(tokens)} tokens; longer than ${limit}: ${formatCount(longer)} of ${formatCount(documents)} documents, with ${formatCount(beyond)} tokens beyond (${formatPercentage(tokens === 0 ? 0 : beyond / tokens)})`;
  return [
    describe(total),
    `tokens per document: ${lengths.map(({ share, tokens }) => `${at(share)} ${formatCount(tokens)}`).join(', ')}`,
    ...bySource.map((group) => `  ${nameOf(group.value)}  ${describe(group)}`),
  ];
}
