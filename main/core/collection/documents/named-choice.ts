import { AnamnesisError } from '#core/base/error.ts';
import type { ReadOptions } from '#core/import/documents/document-format.ts';
import {
  documentFormats,
  type DocumentFormatName,
} from '#core/import/documents/document-formats.ts';
import { textEncodings } from '#core/import/text-encoding.ts';
import type { ImportChoice } from './import-choice.ts';

/** A choice as it comes from outside: names of formats and encodings are any words. */
export interface NamedChoice extends Pick<
  ReadOptions,
  'mapping' | 'separator' | 'dateOrder' | 'offsetUnit' | 'unit'
> {
  readonly format?: string;
  readonly encoding?: string;
  readonly language?: string;
}

/** Every format by its name, with a sentence for people. */
export function listFormats(): { readonly name: string; readonly description: string }[] {
  return Object.entries(documentFormats).map(([name, { description }]) => ({ name, description }));
}

export const encodingNames: readonly string[] = textEncodings;

/** The choice, its names checked. @throws api.invalid-input */
export function checkChoice(named: NamedChoice): ImportChoice {
  const { format, language, encoding, ...options } = named;
  const formats = Object.keys(documentFormats) as DocumentFormatName[];
  return {
    ...(format === undefined ? {} : { format: oneOf(formats, format, 'format') }),
    ...(language === undefined ? {} : { language }),
    options: {
      ...options,
      ...(encoding === undefined ? {} : { encoding: oneOf(textEncodings, encoding, 'encoding') }),
    },
  };
}

function oneOf<Name extends string>(names: readonly Name[], found: string, what: string): Name {
  const name = names.find((each) => each === found);
  if (name !== undefined) return name;
  throw new AnamnesisError('api.invalid-input', {
    expected: `one of ${names.join(', ')} as ${what}`,
    found,
    remedy: 'Choose one of these.',
  });
}
