import type { Language } from '#contract/language.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { nl } from './nl.ts';
import { ro } from './ro.ts';
import type { WindowMessages } from './window-messages.ts';

/** All messages of the window in every language. */
export const catalogue: Readonly<Record<Language, WindowMessages>> = { en, nl, es, ro };
