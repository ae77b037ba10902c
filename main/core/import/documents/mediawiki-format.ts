import type { SourceDocument } from '#core/domain/document.ts';
import type { DocumentFormat, ReadOptions, SourceInput } from './document-format.ts';
import { expandInput, isBzip2 } from './expand-input.ts';
import { nameInput } from './name-input.ts';
import { createProblemList, type ProblemList } from './problem-list.ts';
import { type LinkNamespaces, stripWikiMarkup } from './strip-wiki-markup.ts';
import {
  childOf,
  childrenOf,
  readXmlElements,
  rootTagOf,
  textOf,
  type XmlElement,
} from './xml-elements.ts';

const textIn = (element: XmlElement, name: string): string => {
  const child = childOf(element, name);
  return child === undefined ? '' : textOf(child).trim();
};

/** Titles and categories are the same with a capital, and with blanks for underscores. */
const toTitle = (name: string): string => name.trim().replaceAll('_', ' ').toLowerCase();

/** Names of files and categories in the language of a wiki, beside the English ones. */
function namespacesOf(siteinfo: XmlElement | null): LinkNamespaces {
  const files = new Set(['file', 'image']);
  const categories = new Set(['category']);
  const list = siteinfo === null ? undefined : childOf(siteinfo, 'namespaces');
  for (const space of list === undefined ? [] : childrenOf(list, 'namespace')) {
    const name = textOf(space).trim().toLowerCase();
    if (space.attributes.key === '6') files.add(name);
    if (space.attributes.key === '14') categories.add(name);
  }
  return { files, categories };
}

/** What was not read of a dump, and why. */
const reasons = {
  redirects: 'redirects',
  namespaces: 'pages of other namespaces',
  unwanted: 'pages that were not asked for',
  empty: 'pages without text',
} as const;

/** One dump: its articles in the main namespace. */
function* readDump(
  input: SourceInput,
  options: ReadOptions,
  problems: ProblemList,
): Generator<SourceDocument> {
  const { name: file, part } = input;
  const { limits } = options;
  const titles = options.titles && new Set(options.titles.map(toTitle));
  const categories = options.categories && new Set(options.categories.map(toTitle));
  const counts = { redirects: 0, namespaces: 0, unwanted: 0, empty: 0 };
  let namespaces = namespacesOf(null);
  let language: string | null = null;
  let count = 0;
  for (const each of readXmlElements(
    input,
    options,
    (name) => name === 'page' || name === 'siteinfo',
  )) {
    if (each.kind === 'problem') problems.add([each.problem]);
    else if (each.kind === 'open') language = each.attributes['xml:lang'] ?? language;
    else if (each.element.name === 'siteinfo') namespaces = namespacesOf(each.element);
    else {
      const page = each.element;
      const title = textIn(page, 'title');
      const revision = childrenOf(page, 'revision').at(-1);
      const markup = revision === undefined ? '' : textIn(revision, 'text');
      count++;
      if (textIn(page, 'ns') !== '0' && textIn(page, 'ns') !== '') counts.namespaces++;
      else if (childOf(page, 'redirect') !== undefined) counts.redirects++;
      else if (titles?.has(toTitle(title)) === false && categories === undefined) counts.unwanted++;
      else {
        const article = stripWikiMarkup(markup, namespaces);
        const isWanted =
          (titles === undefined && categories === undefined) ||
          titles?.has(toTitle(title)) === true ||
          article.categories.some((category) => categories?.has(toTitle(category)) === true);
        if (!isWanted) counts.unwanted++;
        else if (article.text === '') counts.empty++;
        else if (article.text.length > limits.documentLength) {
          const detail = `The article has ${article.text.length} characters; ${limits.documentLength} are read at most.`;
          problems.tell(page.line, 'document-too-long', 'left-out', detail);
        } else {
          const timestamp = revision === undefined ? '' : textIn(revision, 'timestamp');
          const id = textIn(page, 'id');
          yield {
            id: `${part ?? file}:${id === '' ? title : id}`,
            text: article.text,
            patient: null,
            date: /^\d{4}-\d\d-\d\dT[\d:]{5,8}Z?$/.test(timestamp) ? timestamp : null,
            language,
            kind: null,
            columns: {
              title,
              ...(article.categories.length > 0
                ? { categories: article.categories.join(' | ') }
                : {}),
            },
            place: { file, part, line: page.line },
            annotations: [],
            carried: null,
          };
        }
      }
    }
  }
  const left = Object.entries(counts).filter(([, number]) => number > 0);
  if (left.length > 0) {
    const list = left.map(
      ([reason, number]) => `${number} ${reasons[reason as keyof typeof reasons]}`,
    );
    problems.tell(1, 'mediawiki-page-other', 'left-out', `Of ${count} pages: ${list.join(', ')}.`);
  }
  if (count === 0) problems.tell(1, 'file-empty', 'left-out', 'The file holds no page of a wiki.');
}

/** Articles read at once: they are handed on in between. */
const portion = 64;

/** Dumps of MediaWiki, such as those of Wikipedia, also compressed by bzip2. */
export const mediawikiFormat: DocumentFormat = {
  description:
    'MediaWiki XML dump (.xml, .xml.bz2): one document per article, markup stripped, by titles or categories where given.',
  extensions: ['.xml', '.bz2'],
  recognise: ({ text, bytes, extension }) => {
    if (rootTagOf(text)?.name === 'mediawiki') return 1;
    return extension === '.bz2' && isBzip2(bytes) ? 0.8 : 0;
  },
  // eslint-disable-next-line @typescript-eslint/require-await -- others need it
  async *read(inputs, options) {
    for (const compressed of inputs) {
      const problems = createProblemList(nameInput(compressed), options.limits.problemCount);
      const input = expandInput(compressed, options.limits, (problem) => {
        problems.add([problem]);
      });
      let items: SourceDocument[] = [];
      for (const document of readDump(input, options, problems)) {
        items.push(document);
        if (items.length < portion) continue;
        yield { items, problems: problems.take() };
        items = [];
      }
      yield { items, problems: problems.finish() };
    }
  },
};
