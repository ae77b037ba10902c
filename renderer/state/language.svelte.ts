import { chooseLanguage, languages, type Language } from '#contract/language.ts';
import { render, type Told } from '#contract/wording.ts';
import { createContext } from 'svelte';
import { createFormats } from '../format/formats.ts';
import { catalogue } from '../messages/catalogue.ts';

const storageKey = 'anamnesis.language';

/** The language of the window: what the browser wishes, until the user says otherwise. */
export class LanguageState {
  language = $state<Language>(read());
  /** All messages in that language. */
  readonly say = $derived(catalogue[this.language]);
  /** Numbers, dates and lists as that language writes them. */
  readonly format = $derived(createFormats(this.language));

  /** A sentence of the core in that language. */
  render(told: Told): string {
    return render(told, this.language);
  }

  constructor() {
    this.#apply();
  }

  choose(language: Language): void {
    this.language = language;
    localStorage.setItem(storageKey, language);
    this.#apply();
  }

  #apply(): void {
    document.documentElement.lang = this.language;
  }
}

function read(): Language {
  const stored = localStorage.getItem(storageKey) ?? '';
  return Object.hasOwn(languages, stored)
    ? (stored as Language)
    : chooseLanguage(navigator.languages);
}

export const [getLanguage, setLanguage] = createContext<LanguageState>();
