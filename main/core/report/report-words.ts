import type { Told } from '#core/base/phrase.ts';
import type { MetricName } from '#core/evaluation/metrics/metric-names.ts';
import { catalogue } from '#core/wording/catalogue.ts';
import { formatInstant } from '#core/wording/format-instant.ts';
import type { Language } from '#core/wording/language.ts';
import { createNumbers } from '#core/wording/numbers.ts';
import { render } from '#core/wording/render.ts';
import type { Wording } from '#core/wording/wording.ts';

/** In what a report is written: the words of its language, its numbers, what it makes of phrases. */
export interface ReportWords {
  readonly language: Language;
  readonly checklist: Wording['checklist'];
  readonly checklistTopics: Wording['checklistTopics'];
  readonly dataSheet: Wording['dataSheet'];
  readonly methods: Wording['methods'];
  readonly modelCard: Wording['modelCard'];
  readonly records: Wording['records'];
  readonly figures: Wording['figures'];
  readonly lastTest: Wording['lastTest'];
  readonly report: Wording['report'];
  readonly perplexity: Wording['perplexity'];
  readonly terminalReport: Wording['terminalReport'];
  readonly training: Wording['training'];
  readonly numbers: ReturnType<typeof createNumbers>;
  readonly nameOf: (metric: MetricName) => string;
  readonly meaningOf: (metric: MetricName) => string;
  /** A moment in UTC. */
  readonly instant: (atMs: number) => string;
  readonly render: (told: Told) => string;
}

export function wordsOf(language: Language): ReportWords {
  const {
    report,
    perplexity,
    terminalReport,
    training,
    metricNames,
    metricMeanings,
    figures,
    lastTest,
    checklist,
    checklistTopics,
    dataSheet,
    methods,
    modelCard,
    records,
  } = catalogue[language];
  return {
    language,
    checklist,
    checklistTopics,
    dataSheet,
    methods,
    modelCard,
    records,
    figures,
    lastTest,
    report,
    perplexity,
    terminalReport,
    training,
    numbers: createNumbers(language),
    nameOf: (metric) => metricNames[metric],
    meaningOf: (metric) => metricMeanings[metric],
    instant: (atMs) => formatInstant(atMs, language),
    render: (told) => render(told, language),
  };
}
