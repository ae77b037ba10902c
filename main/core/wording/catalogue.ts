import { en } from './en.ts';
import { es } from './es.ts';
import type { Language } from './language.ts';
import { nl } from './nl.ts';
import { ro } from './ro.ts';
import type { Wording } from './wording.ts';

/** All messages of the core in every language. */
export const catalogue: Readonly<Record<Language, Wording>> = { en, nl, es, ro };
