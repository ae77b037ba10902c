import type { Told } from '#core/base/phrase.ts';
import type { Language } from '#core/wording/language.ts';
import { render } from '#core/wording/render.ts';

/** In what a report is written: what its language makes of phrases. */
export interface ReportWords {
  readonly language: Language;
  readonly render: (told: Told) => string;
}

export function wordsOf(language: Language): ReportWords {
  return { language, render: (told) => render(told, language) };
}
