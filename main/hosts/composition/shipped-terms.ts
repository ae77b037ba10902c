/* eslint-disable no-restricted-imports -- the lists lie beside the code, outside of all that has a short name */
import es from '../../../resources/indicator-conditions/es.json' with { type: 'json' };
import nl from '../../../resources/indicator-conditions/nl.json' with { type: 'json' };
import ro from '../../../resources/indicator-conditions/ro.json' with { type: 'json' };
/* eslint-enable no-restricted-imports */
import type { TermList } from '#core/insight/explanation-order.ts';

/** Languages whose indicator conditions are shipped. */
export const shippedTermLists = ['es', 'nl', 'ro'] as const;
export type ShippedTermList = (typeof shippedTermLists)[number];

const lists = { es, nl, ro } as const satisfies Record<ShippedTermList, unknown>;

export function isShippedList(named: string): named is ShippedTermList {
  return shippedTermLists.some((language) => language === named);
}

/** The terms of all indicator conditions of a language. */
export function shippedTerms(language: ShippedTermList): TermList {
  return { name: language, terms: lists[language].conditions.flatMap(({ terms }) => terms) };
}

/** Those of a language, ISO 639-1; none where none are shipped. */
export function shippedTermsOf(language: string): readonly string[] {
  return isShippedList(language) ? shippedTerms(language).terms : [];
}
