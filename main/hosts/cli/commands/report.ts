import type { Command } from 'commander';
import { checkReport } from '#core/report/check/check-report.ts';
import { checkTables, type TableCheck } from '#core/report/check/check-tables.ts';
import { describeContradiction } from '#core/report/check/describe-contradiction.ts';
import { makeReport } from '#core/report/document/make-report.ts';
import { collectReport } from '#core/study/results/collect-results.ts';
import { catalogue } from '#core/wording/catalogue.ts';
import type { Language } from '#core/wording/language.ts';
import { render } from '#core/wording/render.ts';
import { exitCodes } from '../exit-codes.ts';
import { findStudy } from '../find-study.ts';
import { judgeWhatWasNot } from '../judge-what-was-not.ts';
import { languageOption } from '../language-option.ts';
import { outputOf } from '../output.ts';
import { readResultTables } from '../read-result-tables.ts';
import { withWorkspace } from '../workspace-options.ts';
import {
  addDocumentOptions,
  checkDocumentFolder,
  writeDocument,
  type DocumentOptions,
} from '../write-document.ts';
import { addCardCommand } from './report-card.ts';
import { addDataSheetCommand } from './report-data-sheet.ts';

interface ReportOptions extends DocumentOptions {
  readonly checklist?: true;
  readonly methods?: true;
}

export function addReportCommands(program: Command, setExitCode: (code: number) => void): void {
  const report = program
    .command('report')
    .description('write the report of a study as a document, or check tables of results');
  addDocumentOptions(
    report
      .command('write', { isDefault: true })
      .description('write the report of a study: report <study> does the same')
      .argument('<study>', 'name of the study')
      .option('--checklist', 'with what the records say to each part of TRIPOD+AI')
      .option('--methods', 'with how the study was made, in sentences for a paper'),
  ).action((name: string, options: ReportOptions) =>
    withWorkspace(options, async (workspace) => {
      checkDocumentFolder(workspace, options);
      const output = outputOf(program);
      const study = findStudy(workspace, name);
      if (study.state !== 'running') await judgeWhatWasNot(workspace, study, output);
      const document = makeReport(collectReport(workspace, study.id), options.language, {
        withChecklist: options.checklist === true,
        withMethods: options.methods === true,
      });
      const checked = checkReport(document);
      if (checked.contradictions.length > 0) {
        output.message(describeCheck(checked, options.language));
        setExitCode(exitCodes.fault.code);
      }
      const files = await writeDocument(document, options, output);
      workspace.audit.append('export.written', { studyId: study.id, files: files.length });
      output.result(files.map((file) => `wrote ${file}`).join('\n'), { files, ...checked });
    }),
  );

  addCardCommand(report, program);
  addDataSheetCommand(report, program);

  report
    .command('check')
    .description('say what in tables of results cannot be true together')
    .argument('<files...>', 'tables as CSV with a header, or documents of LaTeX or Word')
    .option('--one-test', 'their numbers are of one test, not means over folds: more can be said')
    .addOption(languageOption())
    .action((files: readonly string[], options: { oneTest?: true; language: Language }) => {
      const of = options.oneTest === true ? 'one-test' : 'means';
      const checked = checkTables(files.flatMap((file) => readResultTables(file, of)));
      if (checked.contradictions.length > 0) setExitCode(exitCodes.data.code);
      outputOf(program).result(describeCheck(checked, options.language), checked);
    });
}

function describeCheck({ numberCount, contradictions }: TableCheck, language: Language): string {
  const { consistency } = catalogue[language];
  if (contradictions.length === 0) return consistency.agrees(numberCount);
  return [
    consistency.contradictions(contradictions.length, numberCount),
    ...contradictions.map((each) => `- ${render(describeContradiction(each), language)}`),
  ].join('\n');
}
