import type { SourceDocument } from '#core/domain/document.ts';
import type { DocumentFormat, SourceInput } from './document-format.ts';
import { type GrowingDocument, growDocument } from './growing-document.ts';
import { nameInput } from './name-input.ts';
import { createProblemList } from './problem-list.ts';
import { isWantedLanguage } from './wanted-languages.ts';
import { childrenOf, readXmlElements, rootTagOf, type XmlElement } from './xml-elements.ts';

/** Elements of a segment that hold codes of the tool it came from, not text. */
const codes = new Set(['bpt', 'ept', 'ph', 'it', 'ut']);

function segmentText({ children }: XmlElement): string {
  return children
    .map((child) => {
      if (typeof child === 'string') return child;
      return codes.has(child.name) ? '' : segmentText(child);
    })
    .join('');
}

/** Units read at once: documents are handed on in between. */
const portion = 1000;

/** A segment as a document, or one of many as a part of it. */
function describe(input: SourceInput, language: string | null) {
  const { name: file, part } = input;
  return (id: string, text: string, line: number | null): SourceDocument => ({
    id: `${part ?? file}:${id}`,
    text,
    patient: null,
    date: null,
    language,
    kind: null,
    columns: {},
    place: { file, part, line },
    annotations: [],
    carried: null,
  });
}

/** Translation memories, such as those of OPUS (EMEA), unit by unit. */
export const tmxFormat: DocumentFormat = {
  description:
    'TMX: each segment of the chosen languages is a document, or, by file, all of one language are.',
  extensions: ['.tmx'],
  recognise: ({ text }) => (rootTagOf(text)?.name === 'tmx' ? 1 : 0),
  // eslint-disable-next-line @typescript-eslint/require-await -- others need it
  async *read(inputs, options) {
    for (const input of inputs) {
      const { limits, languages, unit } = options;
      const problems = createProblemList(nameInput(input), limits.problemCount);
      /** By language, where a file is one document of each. */
      const growing = new Map<string | null, GrowingDocument>();
      const others = new Set<string>();
      let items: SourceDocument[] = [];
      let [unitCount, count] = [0, 0];
      for (const each of readXmlElements(input, options, (name) => name === 'tu')) {
        if (each.kind === 'problem') problems.add([each.problem]);
        if (each.kind !== 'element') continue;
        const { attributes, line } = each.element;
        const number = attributes.tuid ?? String(++unitCount);
        for (const variant of childrenOf(each.element, 'tuv')) {
          const language = variant.attributes['xml:lang'] ?? variant.attributes.lang ?? null;
          if (!isWantedLanguage(language, languages)) {
            others.add(language ?? '');
            continue;
          }
          const text = childrenOf(variant, 'seg').map(segmentText).join('\n').trim();
          if (text === '') continue;
          count++;
          const toDocument = describe(input, language);
          const name = language ?? 'und';
          if (text.length > limits.documentLength) {
            const detail = `A segment has ${text.length} characters; ${limits.documentLength} are read at most.`;
            problems.tell(variant.line, 'document-too-long', 'left-out', detail);
          } else if (unit === 'file') {
            const document =
              growing.get(language) ??
              growDocument(limits.documentLength, (whole, part) =>
                toDocument(part === 1 ? name : `${name}#${part}`, whole, null),
              );
            growing.set(language, document);
            for (const full of document.add(text, '\n')) items.push(full);
          } else items.push(toDocument(`${number}:${name}`, text, line));
        }
        if (items.length < portion) continue;
        yield { items, problems: problems.take() };
        items = [];
      }
      for (const document of growing.values())
        for (const rest of document.finish()) items.push(rest);
      if (count === 0 && others.size > 0) {
        const names = [...others].filter((name) => /^[\w-]{1,20}$/.test(name)).slice(0, 12);
        const detail = `None of the chosen languages is in the file, which has ${names.join(', ')}.`;
        problems.tell(1, 'language-missing', 'left-out', detail);
      } else if (count === 0) {
        problems.tell(1, 'file-empty', 'left-out', 'The file holds no segment with text.');
      }
      yield { items, problems: problems.finish() };
    }
  },
};
