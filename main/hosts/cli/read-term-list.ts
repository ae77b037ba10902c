import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { unreadableFile } from '#core/collection/files/source-files.ts';
import type { TermList } from '#core/insight/explanation-order.ts';
import { readTerms } from '#core/insight/read-terms.ts';
import { isShippedList, shippedTerms } from '#hosts/composition/shipped-terms.ts';

/**
 * Terms of a list: a language of the shipped indicator conditions, or a file.
 * @throws explanation.term-list, file.unreadable
 */
export function readTermList(named: string): TermList {
  return isShippedList(named) ? shippedTerms(named) : readTerms(readBytes(named), basename(named));
}

function readBytes(named: string): Uint8Array {
  try {
    return readFileSync(named);
  } catch (error) {
    throw unreadableFile(named, error);
  }
}
