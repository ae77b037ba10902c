import type { XmiCarried } from '#core/domain/carried-xmi.ts';
import type { SourceDocument } from '#core/domain/document.ts';
import { createTypeSystem, readTypeDescriptions } from '#core/domain/uima-type-system.ts';
import { carryElement } from './cas/carry-element.ts';
import { toMentions } from './cas/cas-mentions.ts';
import { readXmi, type XmiView } from './cas/read-xmi.ts';
import type { DocumentFormat, ReadOptions, SourceInput } from './document-format.ts';
import { nameInput, splitName } from './name-input.ts';
import { createProblemList, type ProblemList } from './problem-list.ts';
import { readXmlElements, rootTagOf, type XmlElement } from './xml-elements.ts';

const isTypeSystemName = (name: string) => /^typesystem.*\.xml$/is.test(splitName(name).base);
const folderOf = (name: string) => splitName(name).folders.join('/');

/** Each type system with the files of its folder and of those below, up to the next one. */
function groupByTypeSystem(names: readonly string[]): string[][] {
  const systems = new Map<string, string>();
  for (const name of names) if (isTypeSystemName(name)) systems.set(folderOf(name), name);
  const nearest = (name: string): string => {
    for (let folder = folderOf(name); ; folder = folderOf(folder)) {
      const system = systems.get(folder);
      if (system !== undefined) return system;
      if (folder === '') return name;
    }
  };
  return [...Map.groupBy(new Set(names), nearest).values()];
}

/** The root of an XML file; null where there is none, which is told. */
function readRoot(input: SourceInput, options: ReadOptions, problems: ProblemList) {
  let root: XmlElement | null = null;
  for (const part of readXmlElements(input, options, (_, depth) => depth === 0)) {
    if (part.kind === 'element') root ??= part.element;
    if (part.kind === 'problem') problems.add([part.problem]);
  }
  return root;
}

function toDocument(
  view: XmiView & { readonly text: string },
  {
    input,
    count,
    root,
    types,
  }: {
    readonly input: SourceInput;
    readonly count: number;
    readonly root: XmlElement;
    readonly types: XmiCarried['types'];
  },
  options: ReadOptions,
  problems: ProblemList,
): SourceDocument {
  const { text, language, columns, annotations, elements, sofaId } = view;
  const { name: file, part } = input;
  const parts: XmiCarried = { root: { ...root.attributes }, elements, types };
  return {
    id: count > 1 ? `${part ?? file}#${sofaId}` : (part ?? file),
    text,
    patient: null,
    date: null,
    language,
    kind: null,
    columns,
    place: { file, part, line: null },
    annotations: toMentions(text, annotations, options.offsetUnit ?? 'utf-16', problems),
    carried: { format: 'xmi', parts },
  };
}

/** UIMA CAS XMI, as INCEpTION and WebAnno export it. */
export const xmiFormat: DocumentFormat = {
  description:
    'UIMA CAS in XMI, as INCEpTION and WebAnno export it, with its TypeSystem.xml where it lies beside.',
  extensions: ['.xmi', '.xml'],
  recognise: ({ text }) => {
    const root = rootTagOf(text)?.name;
    if (root === 'xmi:XMI') return 1;
    return root === 'typeSystemDescription' ? 0.9 : 0;
  },
  group: groupByTypeSystem,
  // eslint-disable-next-line @typescript-eslint/require-await -- others need it
  async *read(inputs, options) {
    const types: XmiCarried['types'][number][] = [];
    const files: SourceInput[] = [];
    for (const input of inputs) {
      if (!isTypeSystemName(nameInput(input))) {
        files.push(input);
        continue;
      }
      const problems = createProblemList(nameInput(input), options.limits.problemCount);
      const root = readRoot(input, options, problems);
      const carried = root === null ? null : carryElement(root);
      for (const type of carried === null ? [] : readTypeDescriptions(carried)) types.push(type);
      if (inputs.length === 1) {
        const detail = 'A type system without any file whose types it describes.';
        problems.tell(1, 'file-partner-missing', 'left-out', detail);
      }
      yield { items: [], problems: problems.finish() };
    }
    const typeSystem = createTypeSystem(types);
    for (const input of files) {
      const problems = createProblemList(nameInput(input), options.limits.problemCount);
      const root = readRoot(input, options, problems);
      const views = root === null ? [] : readXmi(root, typeSystem);
      const items: SourceDocument[] = [];
      for (const view of views) {
        const { text, line } = view;
        if (text === null || text.trim() === '' || root === null) {
          const detail = 'The CAS holds no text, or only refers to it.';
          problems.tell(line, 'cas-text-missing', 'left-out', detail);
        } else if (text.length > options.limits.documentLength) {
          const detail = `The text has ${text.length} characters; ${options.limits.documentLength} are read at most as one document.`;
          problems.tell(line, 'document-too-long', 'left-out', detail);
        } else {
          const { length: count } = views;
          const context = { input, count, root, types };
          items.push(toDocument({ ...view, text }, context, options, problems));
        }
      }
      if (views.length === 0) {
        problems.tell(1, 'cas-text-missing', 'left-out', 'The file holds no text of a CAS.');
      }
      yield { items, problems: problems.finish() };
    }
  },
};
