import type { SourceDocument } from '#core/domain/document.ts';
import type { ImportProblem, ImportResult } from '#core/domain/import-report.ts';
import { documentFormats } from '#core/import/documents/document-formats.ts';
import type { ReadOptions, SourceInput } from '#core/import/documents/document-format.ts';
import { nameInput, namesAround } from '#core/import/documents/name-input.ts';
import type { InputGroup } from './recognise-inputs.ts';

/** Where reading is: how many groups are done, and what was taken of the one at hand. */
export interface ReadPosition {
  readonly group: number;
  readonly documents: number;
  readonly problems: number;
}

export const startPosition: ReadPosition = { group: 0, documents: 0, problems: 0 };

/** What a reader gave, and where reading is afterwards. */
export interface ReadStep extends ImportResult<SourceDocument> {
  readonly position: ReadPosition;
  /** Of all files, how many bytes are behind it. */
  readonly bytesDone: number;
}

/**
 * Reads the documents of groups of files. A group that was begun before is read anew from its start,
 * and what was taken of it is passed over: readers give the same documents each time, and reading
 * costs little beside storing.
 */
export async function* readGroups(
  groups: readonly InputGroup[],
  options: ReadOptions,
  from: ReadPosition,
): AsyncGenerator<ReadStep> {
  let bytesBefore = 0;
  for (const [index, { format, inputs: found }] of groups.entries()) {
    const groupBytes = totalBytes(found);
    if (index >= from.group) {
      const taken = index === from.group ? from : startPosition;
      const inputs = found.map(countBytes);
      let { documents, problems } = startPosition;
      for await (const result of documentFormats[format].read(inputs, options)) {
        const items = result.items.slice(Math.max(0, taken.documents - documents));
        const told = result.problems.slice(Math.max(0, taken.problems - problems));
        documents += result.items.length;
        problems += result.problems.length;
        if (items.length + told.length === 0) continue;
        const read = inputs.reduce((sum, input) => sum + input.bytesRead, 0);
        yield {
          items,
          problems: told,
          position: { group: index, documents, problems },
          bytesDone: bytesBefore + Math.min(read, groupBytes),
        };
      }
      const position = { ...startPosition, group: index + 1 };
      yield { items: [], problems: [], position, bytesDone: bytesBefore + groupBytes };
    }
    bytesBefore += groupBytes;
  }
}

export function totalBytes(inputs: readonly SourceInput[]): number {
  return inputs.reduce((sum, { byteCount }) => sum + byteCount, 0);
}

interface CountedInput extends SourceInput {
  /** Of the pass that began last: readers look through a file before they read it. */
  readonly bytesRead: number;
}

function countBytes(input: SourceInput): CountedInput {
  const { name, part, byteCount } = input;
  let bytesRead = 0;
  return {
    name,
    part,
    byteCount,
    get bytesRead() {
      return bytesRead;
    },
    *pieces() {
      bytesRead = 0;
      for (const piece of input.pieces()) {
        bytesRead += piece.length;
        yield piece;
      }
    },
  };
}

/** Problems by the place that they speak of, to find those of a document. */
export function problemsByPlace(problems: readonly ImportProblem[]) {
  const whole = new Map<string, ImportProblem[]>();
  for (const problem of problems) {
    // What is wrong inside of a document, such as a part of a Word file, is its own.
    for (const name of namesAround(problem.file)) {
      const stem = stemOf(name);
      const known = whole.get(stem);
      if (known === undefined) whole.set(stem, [problem]);
      else known.push(problem);
    }
  }
  const lines = Map.groupBy(problems, ({ file, line }) => `${file}\0${line}`);
  return ({ place: { file, part, line } }: SourceDocument): readonly ImportProblem[] => {
    const place = nameInput({ name: file, part });
    return (line === null ? whole.get(stemOf(place)) : lines.get(`${place}\0${line}`)) ?? [];
  };
}

const stemOf = (name: string): string => name.replace(/\.[^./]*$/, '');
