import type { ImportProblem } from '#core/domain/import-report.ts';
import { entryFaults } from '../archives/entry-faults.ts';
import { headOf, openBytes } from '../archives/input-bytes.ts';
import { readZipDirectory, type ZipEntry } from '../archives/zip-directory.ts';
import { readZipEntry } from '../archives/zip-entry.ts';
import type { SourceInput } from '../document-format.ts';
import { nameInput, nameInside } from '../name-input.ts';
import type { ReadLimits } from '../read-limits.ts';
import { childrenOf, readXmlElements, type XmlElement } from '../xml-elements.ts';

/** A Word or Excel document: files of XML in a ZIP archive. */
export interface OfficePackage {
  /** Paths of its files. */
  readonly paths: readonly string[];
  /** A file in it; null where there is none. What cannot be read of it is added to `problems`. */
  open(path: string): SourceInput | null;
  /** What was wrong with its files since the last time. */
  takeProblems(): ImportProblem[];
}

/** The start of an OLE container: what Word and Excel were before 2007, and are under a password. */
const oleSignature = [0xd0, 0xcf, 0x11, 0xe0];
/** How far into a container the list of its streams is looked for. */
const oleBytes = 2 ** 20;

export function isOle(head: Uint8Array): boolean {
  return oleSignature.every((byte, index) => head[index] === byte);
}

/** Why a file is no document of this kind. */
function refuse(input: SourceInput): ImportProblem {
  const file = nameInput(input);
  const head = headOf(input, oleBytes);
  if (!isOle(head)) {
    const detail = 'The file is damaged or cut: it has no directory of its parts.';
    return { file, line: 1, rule: 'archive-damaged', action: 'left-out', detail };
  }
  const names = new TextDecoder('utf-16le').decode(head.subarray(0, head.length & ~1));
  if (names.includes('EncryptedPackage')) {
    const detail = 'The document is protected by a password: save it without one.';
    return { file, line: 1, rule: 'file-password', action: 'left-out', detail };
  }
  const detail =
    'The document is in the format of Word or Excel before 2007 (.doc, .xls): save it as .docx or .xlsx.';
  return { file, line: 1, rule: 'file-other-format', action: 'left-out', detail };
}

/** Opens a document, or says why it cannot be. */
export function openOfficePackage(
  input: SourceInput,
  limits: ReadLimits,
): OfficePackage | ImportProblem {
  const bytes = openBytes(input);
  const entries = readZipDirectory(bytes, input.byteCount);
  if (entries === null) return refuse(input);
  const byPath = new Map(entries.map((entry) => [entry.name.replace(/^\//, ''), entry]));
  let problems: ImportProblem[] = [];
  const whole = nameInput(input);
  let bytesLeft = limits.expandedBytes;

  function* pieces(entry: ZipEntry): Generator<Uint8Array> {
    const { expansionRatio } = limits;
    const read = readZipEntry(bytes, entry, { expandedBytes: bytesLeft, expansionRatio });
    for (let next = read.next(); ; next = read.next()) {
      if (next.done === true) {
        if (next.value === null) return;
        const { rule, detail } = entryFaults[next.value];
        problems.push({
          file: nameInside(whole, entry.name),
          line: 1,
          rule,
          action: 'left-out',
          detail,
        });
        return;
      }
      bytesLeft -= next.value.length;
      yield next.value;
    }
  }

  return {
    paths: [...byPath.keys()],
    open(path) {
      const entry = byPath.get(path);
      if (entry === undefined) return null;
      const part = nameInside(input.part, path);
      return { name: input.name, part, byteCount: entry.size, pieces: () => pieces(entry) };
    },
    takeProblems() {
      const taken = problems;
      problems = [];
      return taken;
    },
  };
}

/** A name without the prefix of its namespace. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** An attribute whatever its prefix; null where it is absent. */
export function attributeOf(
  attributes: Readonly<Record<string, string>>,
  name: string,
): string | null {
  const key = Object.keys(attributes).find((each) => localName(each) === name);
  return key === undefined ? null : attributes[key];
}

/** A file of a package as one element; null where it has none that can be read. */
export function readPart(
  source: OfficePackage,
  path: string,
  limits: ReadLimits,
): { readonly root: XmlElement | null; readonly problems: readonly ImportProblem[] } {
  const input = source.open(path);
  const problems: ImportProblem[] = [];
  let root: XmlElement | null = null;
  if (input !== null) {
    for (const part of readXmlElements(input, { limits }, (_, depth) => depth === 0)) {
      if (part.kind === 'element') root ??= part.element;
      else if (part.kind === 'problem') problems.push(part.problem);
    }
  }
  return { root, problems: [...problems, ...source.takeProblems()] };
}

/** Where the relations of a file lead: id or last word of the type → path. */
export function readRelations(
  source: OfficePackage,
  path: string,
  limits: ReadLimits,
): { readonly byId: ReadonlyMap<string, string>; readonly byType: ReadonlyMap<string, string> } {
  const slash = path.lastIndexOf('/') + 1;
  const folder = path.slice(0, slash);
  const { root } = readPart(source, `${folder}_rels/${path.slice(slash)}.rels`, limits);
  const byId = new Map<string, string>();
  const byType = new Map<string, string>();
  for (const { attributes } of root === null ? [] : childrenOf(root)) {
    const target = attributeOf(attributes, 'Target');
    if (target === null || attributeOf(attributes, 'TargetMode') === 'External') continue;
    const to = target.startsWith('/') ? target.slice(1) : resolve(folder, target);
    byId.set(attributeOf(attributes, 'Id') ?? '', to);
    const type = attributeOf(attributes, 'Type')?.split('/').at(-1) ?? '';
    if (!byType.has(type)) byType.set(type, to);
  }
  return { byId, byType };
}

function resolve(folder: string, target: string): string {
  const path: string[] = [];
  for (const part of `${folder}${target}`.split('/')) {
    if (part === '..') path.pop();
    else if (part !== '.' && part !== '') path.push(part);
  }
  return path.join('/');
}
