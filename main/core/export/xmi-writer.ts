import type { SourceDocument } from '#core/domain/document.ts';
import { carriedOfOthers, createLossCounter } from './count-losses.ts';
import type { DocumentWriter } from './document-writer.ts';
import { createFileNames, safeFileName } from './file-names.ts';
import { carriedCas, keepElements, nameFeatures, renderCas } from './render-cas.ts';
import { createTypeCollection } from './uima-types.ts';
import { countImpossible } from './xml-text.ts';

const isCas = (document: SourceDocument) => carriedCas(document) !== null;
const withoutEnding = (id: string) => id.replace(/\.xmi$/i, '');

/** Relations and references that are left out because mentions are gone. */
function countLost(document: SourceDocument): number {
  const cas = carriedCas(document);
  return cas === null ? 0 : keepElements(document, cas).lost;
}

/** Names of attributes that are no names of features, and of a file that file systems refuse. */
function countChangedNames(document: SourceDocument): number {
  let count = safeFileName(withoutEnding(document.id)) === withoutEnding(document.id) ? 0 : 1;
  if (isCas(document)) return count;
  for (const each of document.annotations) {
    if (each.kind !== 'span') continue;
    for (const [name, feature] of nameFeatures(Object.keys(each.attributes))) {
      if (name !== feature) count++;
    }
  }
  return count;
}

/**
 * UIMA CAS XMI with the type system of all documents beside. A document of XMI is given back with
 * all that it carries; layout, and line breaks as references, are ours.
 */
export const xmiWriter: DocumentWriter = {
  description: 'UIMA CAS in XMI with a TypeSystem.xml, for INCEpTION and WebAnno.',
  passes: 1,
  countLosses: () =>
    createLossCounter(
      [
        'bytes-of-text',
        'carried',
        'classes',
        'columns',
        'document-facts',
        'fragments-joined',
        'names-changed',
        'origins',
      ],
      {
        'bytes-of-text': ({ text }) => countImpossible(text),
        carried: (document) => carriedOfOthers('xmi')(document) + countLost(document),
        columns: (document) => (isCas(document) ? 0 : Object.keys(document.columns).length),
        'document-facts': ({ patient, date, kind }) =>
          [patient, date, kind].filter((value) => value !== null).length,
        'names-changed': countChangedNames,
      },
    ),
  *write(documents) {
    const encoder = new TextEncoder();
    const nameOf = createFileNames();
    const types = createTypeCollection();
    for (const document of documents) {
      const content = renderCas(document, types);
      yield {
        name: `${nameOf(withoutEnding(document.id))}.xmi`,
        *pieces() {
          yield encoder.encode(content);
        },
      };
    }
    if (types.isEmpty) return;
    yield {
      name: 'TypeSystem.xml',
      *pieces() {
        yield encoder.encode(types.render());
      },
    };
  },
};
