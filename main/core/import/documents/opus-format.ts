import type { SourceDocument } from '#core/domain/document.ts';
import type { DocumentFormat } from './document-format.ts';
import { growDocument } from './growing-document.ts';
import { nameInput, splitName } from './name-input.ts';
import { createProblemList } from './problem-list.ts';
import { isWantedLanguage } from './wanted-languages.ts';
import { readXmlElements, rootTagOf, textOf } from './xml-elements.ts';

/** Elements with which the files of OPUS begin. */
const roots = new Set(['document', 'text', 'DOC', 'letsheader', 'cesDoc', 'corpus']);

/** The language that a folder of the path names, as OPUS lays its files out: xml/nl/…/a.xml. */
function languageOf(path: string): string | null {
  const found = splitName(path).folders.find((folder) =>
    /^[a-z]{2}(?:[_-][A-Z]{2})?$/.test(folder),
  );
  return found?.replace('_', '-') ?? null;
}

/** XML of OPUS, such as EMEA: one document a file, a sentence a line. */
export const opusFormat: DocumentFormat = {
  description:
    'XML of OPUS (EMEA and others): one document per file, its sentences as lines, paragraphs parted by blank lines.',
  extensions: ['.xml'],
  recognise: ({ text }) => {
    const root = rootTagOf(text);
    return root !== null && roots.has(root.name) && /<s(?:\s+id=|>)/.test(text) ? 0.9 : 0;
  },
  // eslint-disable-next-line @typescript-eslint/require-await -- others need it
  async *read(inputs, options) {
    for (const input of inputs) {
      const { name: file, part } = input;
      const { limits, languages } = options;
      const problems = createProblemList(nameInput(input), limits.problemCount);
      const told = languageOf(nameInput(input));
      let language = told ?? (languages?.length === 1 ? languages[0] : null);
      const document = growDocument(limits.documentLength, (text, number): SourceDocument => ({
        id: number === 1 ? (part ?? file) : `${part ?? file}#${number}`,
        text,
        patient: null,
        date: null,
        language,
        kind: null,
        columns: {},
        place: { file, part, line: null },
        annotations: [],
        carried: null,
      }));
      const items: SourceDocument[] = [];
      let hasText = false;
      let isWanted = isWantedLanguage(language, languages) || told === null;
      let separator = '';
      for (const each of readXmlElements(input, options, (name) => name === 's')) {
        if (each.kind === 'problem') problems.add([each.problem]);
        else if (each.kind === 'open') {
          const own = each.attributes['xml:lang'] ?? each.attributes.lang;
          if (own !== undefined && own !== '') {
            language = own;
            isWanted = isWantedLanguage(own, languages);
          }
          separator = '\n\n';
        } else {
          // Words stand in elements of their own, one a line.
          const text = textOf(each.element).replace(/\s+/g, ' ').trim();
          if (text === '') continue;
          hasText = true;
          if (!isWanted) continue;
          if (text.length > limits.documentLength) {
            const detail = `A sentence has ${text.length} characters; ${limits.documentLength} are read at most.`;
            problems.tell(each.element.line, 'document-too-long', 'left-out', detail);
            continue;
          }
          for (const full of document.add(text, separator)) items.push(full);
          separator = '\n';
          if (items.length > 0) yield { items: items.splice(0), problems: problems.take() };
        }
      }
      for (const rest of document.finish()) items.push(rest);
      if (!hasText) {
        problems.tell(1, 'file-empty', 'left-out', 'The file holds no sentence with text.');
      } else if (!isWanted) {
        const detail = 'The file is in none of the chosen languages.';
        problems.tell(1, 'language-missing', 'left-out', detail);
      }
      yield { items, problems: problems.finish() };
    }
  },
};
