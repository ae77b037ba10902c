import { formatDifference, formatP, formatScore } from '#core/base/format-number.ts';
import type {
  GradientPath,
  MethodExplanation,
  NoteExplanation,
  SurrogateFit,
  TermAgreement,
  WordBar,
} from '#core/domain/note-explanation.ts';
import { writeTextTable } from './write-text-table.ts';

/** Why a model says what it says of a note, for the terminal; words of the note stand in it. */
export function describeExplanation(explanation: NoteExplanation): string {
  const { model, label, probability, read, methods, agreements } = explanation;
  return [
    `${model}: ${label} ${formatScore(probability)}`,
    ...describeRead(read, label),
    ...methods.flatMap((method) => ['', ...describeMethod(method, explanation)]),
    ...agreements.map(
      ({ one, other, correlation, commonBars }) =>
        `${one} and ${other}: ${
          correlation === null ? 'not comparable' : `rank correlation ${formatScore(correlation)}`
        }, ${commonBars} words in common`,
    ),
  ].join('\n');
}

function describeRead({ window, parts, probability }: NoteExplanation['read'], label: string) {
  const said = `of which alone it says ${label} ${formatScore(probability)}`;
  if (window !== null) {
    return [
      `explained: window ${window.number} of ${window.count}, in which the class is likeliest, ${said}`,
    ];
  }
  return parts.length > 1 ? [`explained: head and tail of the note, ${said}`] : [];
}

function describeMethod(method: MethodExplanation, { words }: NoteExplanation): string[] {
  const { fit, path, bars, terms } = method;
  const hasSeeds = fit !== null && fit.seeds.length > 1;
  const header = ['', 'word', 'places', ...(hasSeeds ? ['95 %', 'seeds'] : [])];
  const rows = bars.map((bar) => [
    formatDifference(bar.value),
    words[bar.word].word,
    String(words[bar.word].spans.length),
    ...(hasSeeds ? [intervalOf(bar), `${bar.chosenIn} of ${fit.seeds.length}`] : []),
  ]);
  return [
    method.method,
    writeTextTable({ header, rows, numeric: [0, 2] }),
    ...(fit === null ? [] : [describeFit(fit)]),
    ...(path === null ? [] : [describePath(path)]),
    ...(terms === null ? [] : [describeTerms(terms)]),
  ];
}

function describeFit({ r2, lowestR2, overlap, isWeak, samples, seeds }: SurrogateFit): string {
  const said = [
    `${samples} versions of the note`,
    r2 === null ? 'the model says the same of all of them' : `R² ${formatScore(r2)}`,
    ...(seeds.length > 1 && lowestR2 !== null ? [`lowest ${formatScore(lowestR2)}`] : []),
    ...(overlap === null ? [] : [`first words of two seeds alike ${formatScore(overlap)}`]),
  ].join(', ');
  return isWeak ? `WEAK, do not rely on it: ${said}` : said;
}

function describePath({
  steps,
  completenessError,
  baselineProbability,
  isIncomplete,
}: GradientPath) {
  const said = `${steps} steps from ${formatScore(baselineProbability)} without the words`;
  if (completenessError === null) return `${said}, where the model says the same`;
  const missing = `${formatScore(completenessError)} of the difference missing`;
  return isIncomplete ? `WEAK, do not rely on it: ${said}, ${missing}` : `${said}, ${missing}`;
}

function describeTerms({ first, firstInTerms, byChance, p }: TermAgreement): string {
  if (p === null) return 'terms: no word speaks for the class';
  return `terms: ${firstInTerms} of the first ${first} words, by chance ${formatScore(first * byChance)}, p ${formatP(p)}`;
}

function intervalOf({ lower, upper }: WordBar): string {
  return lower === null || upper === null
    ? ''
    : `${formatDifference(lower)} to ${formatDifference(upper)}`;
}
