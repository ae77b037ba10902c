import { SaxesParser } from 'saxes';
import { describe, expect, it, test } from 'vitest';
import { languages, type Language } from '#core/wording/language.ts';
import { say } from '#core/wording/say.ts';
import { writeReport } from './html/write-report.ts';
import { sampleStudyResults } from './sample-study-results.ts';
import type { StudyResults } from './study-results.ts';
import { writeTerminalReport } from './write-terminal-report.ts';

const met = { of: 184, near: 7, exact: 2 };

/** Results that have something for every part of a report. */
function fullResults(): StudyResults {
  const results = sampleStudyResults();
  const [negation, tumours] = results.tasks;
  return {
    ...results,
    lockedSets: [{ name: 'last', version: 3, hash: 'a'.repeat(64) }],
    study: {
      ...results.study,
      finishedAtMs: null,
      failure: {
        code: 'file.missing',
        place: null,
        expected: say('files', 'fileOrFolder', 'a.txt'),
        found: say('files', 'none'),
        remedy: say('files', 'correctPath'),
      },
    },
    models: results.models.map((each) => ({
      ...each,
      lineage: [{ step: say('lineage', 'randomWeights'), runId: null }],
    })),
    tasks: [
      {
        ...negation,
        contamination: {
          unit: 'notes',
          pairCount: 21,
          folds: [{ fold: 0, testByTraining: met, testByCorpora: met, trainingByCorpora: met }],
          pairs: [
            {
              first: { source: 'negation', place: 'n-17' },
              second: { source: 'clinical', place: '120' },
              jaccard: 0.91,
              containment: 0.97,
            },
          ],
        },
      },
      { ...tumours, set: { name: 'tumour-set', version: 2, hash: 'b'.repeat(64) } },
    ],
    warnings: [
      { kind: 'rare-labels', about: 'tumours', text: say('warnings', 'repeated', 'entities', 3) },
    ],
  };
}

const results = fullResults();

/** All that stands in a page between tags, in the order of the page. */
function textsOf(page: string): string[] {
  const texts: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  let rawDepth = 0;
  parser.on('opentag', ({ name, attributes }) => {
    // The rules of the import stand in English everywhere, and say so.
    if (rawDepth > 0 || name === 'style' || (name === 'span' && attributes.lang === 'en')) {
      rawDepth++;
    }
  });
  parser.on('closetag', () => {
    if (rawDepth > 0) rawDepth--;
  });
  parser.on('text', (text) => {
    const shown = text.replaceAll(/\s+/g, ' ').trim();
    if (rawDepth === 0 && shown !== '') texts.push(shown);
  });
  parser.write(page.replace('<!doctype html>', '')).close();
  return texts;
}

/** Names, ids and hashes: the same in every language. */
const data = new Set(
  [...JSON.stringify(results).matchAll(/"((?:[^"\\]|\\.)*)"/g)]
    .map(([, text]) => text)
    .filter((text) => !/^(finished|kept|left-out|repaired|notes|sentences)$/.test(text)),
);

/** Words that languages share, and signs. */
const shared: Readonly<Record<Exclude<Language, 'en'>, readonly string[]>> = {
  nl: [
    ...['Model', 'Type', 'Folds', 'Effect', 'Corpora', 'Corpus', 'Tokens', 'Import', 'Runs', 'Run'],
    ...['Parameters', 'Recall', 'Recall (micro)', 'Recall (macro)', 'Per token'],
    ...[', MCC, 10 folds', ', F1 (micro), 5 folds'],
  ],
  es: ['Corpus', 'Tokens'],
  ro: ['Model', 'Verdict', 'Corpus', 'Recall', 'Recall (micro)', 'Recall (macro)'],
};
const sharedByAll =
  /^(MCC|F1|F1 \((micro|macro)\)|W|p|p \((Holm|t)\)|A − B \(95 %\)|Plan \(SHA-256\)|Jaccard|Anamnesis .*|[\da-f]{12,16}|Fold( \d+)?(: 0.*)?|(affirmed|negated|MORPHOLOGY|SITE).*|(\d+ h )?(\d+ min ?)?(\d+ s)?)$/;

const others = ['nl', 'es', 'ro'] as const;

describe.each(others)('The report in %s', (language) => {
  const page = writeReport(results, language);
  const texts = textsOf(page);

  it('says in which language it is', () => {
    expect(page).toContain(`<html lang="${language}">`);
  });

  it('has the same parts as the English one, none of them in English', () => {
    const english = textsOf(writeReport(results, 'en'));
    expect(texts).toHaveLength(english.length);
    const left = texts.filter(
      (text, place) =>
        text === english[place] &&
        /\p{L}/u.test(text) &&
        !data.has(text) &&
        !sharedByAll.test(text) &&
        !shared[language].includes(text),
    );
    expect([...new Set(left)]).toEqual([]);
  });

  it('names no part of a table or picture in English', () => {
    const labels = [...page.matchAll(/aria-label="([^"]*)"/g)].map((match) => match[1]);
    const english = [...writeReport(results, 'en').matchAll(/aria-label="([^"]*)"/g)];
    expect(labels.length).toBe(english.length);
    expect(labels.filter((label) => english.some((match) => match[1] === label))).toEqual([]);
  });

  it('has each line of the terminal in that language too', () => {
    const lines = (of: Language) => writeTerminalReport(results, of).split('\n');
    const english = new Set(lines('en'));
    expect(lines(language)).toHaveLength(lines('en').length);
    const left = lines(language).filter((line) => english.has(line) && /\p{L}/u.test(line));
    expect(left).toEqual([]);
  });
});

const partsOf: Readonly<Record<Language, readonly string[]>> = {
  en: ['12,846 sentences', '2026-11-21 09:12 UTC', '1,204 empty lines', '75.1 %', '7 of 184 (2)'],
  nl: ['12.846 zinnen', '21 nov 2026', '1.204 lege regels', '75,1 %', '7 van 184 (2)'],
  es: ['12.846 oraciones', '21 nov 2026', '1204 líneas vacías', '75,1 %', '7 de 184 (2)'],
  ro: ['12.846 de propoziții', '21 nov. 2026', '1.204 linii goale', '75,1 %', '7 din 184 (2)'],
};

test.each(Object.keys(languages) as Language[])(
  'numbers, plurals and dates are those of the language: %s',
  (language) => {
    const page = writeReport(results, language);
    expect(partsOf[language].filter((part) => !page.includes(part))).toEqual([]);
  },
);
