import type { SourceDocument } from '#core/domain/document.ts';
import type { ImportResult } from '#core/domain/import-report.ts';
import type { DocumentFormat, ReadOptions, SourceInput } from './document-format.ts';
import { createBinaryLinks, type LinkedAttachment } from './fhir/binary-links.ts';
import { isOwnDocument, readOwnText } from './fhir/own-text.ts';
import { openAttachment } from './fhir/read-attachment.ts';
import { readFacts } from './fhir/resource-facts.ts';
import { type PlacedResource, readResources } from './fhir/read-resources.ts';
import { type JsonRecord, recordOf, recordsOf, textOrNull } from './json-values.ts';
import { nameInput, ownName } from './name-input.ts';
import { createProblemList, type ProblemList } from './problem-list.ts';

/** Where the attachments of a resource are. */
const attachmentsOf: Readonly<Record<string, (resource: JsonRecord) => readonly JsonRecord[]>> = {
  DocumentReference: ({ content }) =>
    recordsOf(content).map(({ attachment }) => recordOf(attachment)),
  DiagnosticReport: ({ presentedForm }) => recordsOf(presentedForm),
};

/** Whether a resource may hold text: it is of a kind that does, or has notes. */
function isDocument({ resourceType, note }: JsonRecord): boolean {
  const type = String(resourceType);
  const hasNote = recordsOf(note).some(({ text }) => textOrNull(text) !== null);
  return Object.hasOwn(attachmentsOf, type) || isOwnDocument(type) || hasNote;
}

/** What names a resource in the first bytes of a file. */
const isResource =
  /"resourceType"\s*:\s*"(?:Bundle|DocumentReference|DiagnosticReport|Composition|Binary)"/;
/** Resources that are exported beside them. */
const isOtherResource = /^\s*\{[^{}[\]]*"resourceType"\s*:\s*"[A-Z][A-Za-z]+"/;

/** Tells what is wrong with an attachment at the place of its resource. */
function tellAt(
  { place }: SourceDocument,
  problems: ProblemList,
  rule: 'fhir-attachment' | 'fhir-url',
  detail: string,
): void {
  const file = nameInput({ name: place.file, part: place.part });
  problems.add([{ file, line: place.line ?? 1, rule, action: 'left-out', detail }]);
}

const outside =
  'The url of the attachment leads to no Binary among the files read together; nothing is fetched.';

/** One attachment as documents; its problems are told at the place of its resource. */
async function readContent(
  { document, contentType }: LinkedAttachment,
  data: string,
  options: ReadOptions,
  problems: ProblemList,
): Promise<SourceDocument[]> {
  const { file: name, part, line } = document.place;
  const opened = openAttachment({ name, part }, { contentType, data }, options);
  if ('unreadable' in opened) {
    const detail = `The attachment cannot be read. ${opened.unreadable}`;
    tellAt(document, problems, 'fhir-attachment', detail);
    return [];
  }
  const documents: SourceDocument[] = [];
  for await (const { items, problems: told } of opened.format.read(
    [opened.input],
    opened.options,
  )) {
    problems.add(told.map((problem) => ({ ...problem, line: line ?? 1 })));
    for (const { text, columns } of items) {
      const isOne = items.length === 1 && documents.length === 0;
      const id = isOne ? document.id : `${document.id}:${documents.length + 1}`;
      documents.push({ ...document, id, text, columns: { ...columns, ...document.columns } });
    }
  }
  return documents;
}

/** What a resource would be as a document, without its text. */
function describeResource(
  { resource, line }: PlacedResource,
  input: SourceInput,
  count: number,
): (index: number, attachment: JsonRecord) => SourceDocument {
  const facts = readFacts(resource);
  const own = textOrNull(resource.id);
  const type = String(resource.resourceType);
  const id = own === null ? `${ownName(input)}:${line}` : `${type}/${own}`;
  return (index, { title, language, creation, contentType }) => {
    const further = { title, creation, contentType };
    const columns: Record<string, string> = { ...facts.columns };
    for (const [name, value] of Object.entries(further)) {
      if (typeof value === 'string' && value !== '') columns[name] = value;
    }
    return {
      ...facts,
      id: count > 1 ? `${id}#${index + 1}` : id,
      text: '',
      language: textOrNull(language) ?? facts.language,
      columns,
      place: { file: input.name, part: input.part, line },
      annotations: [],
      carried: null,
    };
  };
}

/** The attachments of one resource, or the text that it holds itself. */
async function* readResource(
  placed: PlacedResource,
  input: SourceInput,
  options: ReadOptions,
  problems: ProblemList,
  links: ReturnType<typeof createBinaryLinks>,
): AsyncGenerator<SourceDocument> {
  const { resource, line } = placed;
  const type = String(resource.resourceType);
  const attachments = Object.hasOwn(attachmentsOf, type) ? attachmentsOf[type](resource) : [];
  if (resource.status === 'entered-in-error' || resource.docStatus === 'entered-in-error') {
    const detail = 'The resource was entered in error, as it says itself.';
    problems.tell(line, 'fhir-entered-in-error', 'left-out', detail);
    return;
  }
  const describe = describeResource(placed, input, attachments.length);
  for (const [index, attachment] of attachments.entries()) {
    const document = describe(index, attachment);
    const contentType = textOrNull(attachment.contentType);
    const linked = { document, contentType };
    const data = textOrNull(attachment.data);
    const url = textOrNull(attachment.url);
    if (data !== null) yield* await readContent(linked, data, options, problems);
    else if (url?.startsWith('#') === true) {
      const contained = recordsOf(resource.contained).find(({ id }) => id === url.slice(1));
      const held = textOrNull(contained?.data);
      if (held === null) tellAt(document, problems, 'fhir-url', outside);
      else {
        const type = contentType ?? textOrNull(contained?.contentType);
        yield* await readContent({ document, contentType: type }, held, options, problems);
      }
    } else if (url !== null) links.add(url, linked);
    else {
      const detail = 'The attachment has neither data nor a url.';
      tellAt(document, problems, 'fhir-attachment', detail);
    }
  }
  if (attachments.length > 0) return;
  const text = readOwnText(resource, { file: nameInput(input), line }, problems);
  if (text === null) {
    const detail = 'The resource has neither an attachment nor a text.';
    problems.tell(line, 'fhir-attachment', 'left-out', detail);
  } else if (text.length > options.limits.documentLength) {
    const detail = `The text has ${text.length} characters, more than is read as one document.`;
    problems.tell(line, 'document-too-long', 'left-out', detail);
  } else yield { ...describe(0, {}), text };
}

/** FHIR R4 in JSON: bulk exports and bundles, all files of an export together. */
export const fhirFormat: DocumentFormat = {
  description:
    'FHIR R4 in JSON, NDJSON or a Bundle: attachments of DocumentReference and DiagnosticReport (plain text, HTML, RTF, DOCX, PDF), in the files themselves or in Binary resources beside them; sections of Composition; conclusions and notes.',
  extensions: ['.ndjson', '.json'],
  recognise: ({ text }) => (isResource.test(text) ? 0.95 : isOtherResource.test(text) ? 0.9 : 0),
  group: (names) => (names.length === 0 ? [] : [names]),
  async *read(inputs, options) {
    const links = createBinaryLinks();
    let hasBinary = false;
    for (const input of inputs) {
      const problems = createProblemList(nameInput(input), options.limits.problemCount);
      const others = new Map<string, { line: number; count: number }>();
      let count = 0;
      for (const placed of readResources(input, options, problems)) {
        const type = String(placed.resource.resourceType);
        if (isDocument(placed.resource)) {
          const items: SourceDocument[] = [];
          for await (const item of readResource(placed, input, options, problems, links)) {
            items.push(item);
          }
          yield { items, problems: problems.take() };
        } else {
          const { line, count: before } = others.get(type) ?? { line: placed.line, count: 0 };
          others.set(type, { line, count: before + 1 });
        }
        count++;
      }
      for (const [type, other] of others) {
        // Which of these are needed, the second pass tells.
        hasBinary ||= type === 'Binary';
        if (type === 'Binary') continue;
        const name = /^[A-Z][A-Za-z]{1,40}$/.test(type) ? type : 'an unknown type';
        const detail = `Resources of ${name}, ${other.count}, hold no documents.`;
        problems.tell(other.line, 'fhir-resource-other', 'left-out', detail);
      }
      if (count === 0) {
        problems.tell(1, 'file-empty', 'left-out', 'The file holds no resource that can be read.');
      }
      yield { items: [], problems: problems.finish() };
    }
    if (hasBinary || !links.isEmpty) yield* readLinked(inputs, options, links);
  },
};

/**
 * A second pass, over the Binary resources that attachments of the first one name. What is held in
 * memory in between is only what the resources say beside their texts.
 */
async function* readLinked(
  inputs: readonly SourceInput[],
  options: ReadOptions,
  links: ReturnType<typeof createBinaryLinks>,
): AsyncGenerator<ImportResult<SourceDocument>> {
  for (const input of inputs) {
    const problems = createProblemList(nameInput(input), options.limits.problemCount);
    // What is wrong with the file was told in the first pass.
    const told = createProblemList('', 0);
    let unnamed: { readonly line: number; count: number } | null = null;
    for (const placed of readResources(input, options, told)) {
      const { resource, line } = placed;
      if (resource.resourceType !== 'Binary') continue;
      const named = links.take(placed);
      if (named.length === 0) {
        unnamed ??= { line, count: 0 };
        unnamed.count++;
      }
      for (const linked of named) {
        const contentType = linked.contentType ?? textOrNull(resource.contentType);
        const data = textOrNull(resource.data) ?? '';
        const items = await readContent({ ...linked, contentType }, data, options, problems);
        yield { items, problems: problems.take() };
      }
    }
    if (unnamed !== null) {
      const detail = `Resources of Binary, ${unnamed.count}, belong to no attachment.`;
      problems.tell(unnamed.line, 'fhir-resource-other', 'left-out', detail);
    }
    yield { items: [], problems: problems.finish() };
  }
  const problems = createProblemList('', options.limits.problemCount);
  for (const { document } of links.rest()) tellAt(document, problems, 'fhir-url', outside);
  yield { items: [], problems: problems.finish() };
}
