import { z } from 'zod';
import { languages, type Language } from './language.ts';

/** A language in which people read the program. */
export const languageSchema = z.enum(Object.keys(languages) as [Language, ...Language[]]);
