import type { SourceDocument } from '#core/domain/document.ts';
import type { ImportProblem } from '#core/domain/import-report.ts';
import type { DocumentFormat, ReadOptions, SourceInput } from '../documents/document-format.ts';
import { defaultLimits } from '../documents/read-limits.ts';

/** An input whose bytes are at hand, given out in small pieces so that readers meet cuts anywhere. */
export function inputOf(name: string, content: string | Uint8Array, pieceBytes = 7): SourceInput {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return {
    name,
    part: null,
    byteCount: bytes.length,
    *pieces() {
      for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.slice(at, at + pieceBytes);
    },
  };
}

/** All that a format reads from files, grouped as the format says. */
export async function readDocuments(
  format: DocumentFormat,
  files: Readonly<Record<string, string | Uint8Array>>,
  options: Partial<ReadOptions> = {},
  pieceBytes = 7,
): Promise<{ documents: SourceDocument[]; problems: ImportProblem[] }> {
  const names = Object.keys(files);
  const groups = format.group?.(names) ?? names.map((name) => [name]);
  const documents: SourceDocument[] = [];
  const problems: ImportProblem[] = [];
  for (const group of groups) {
    const inputs = group.map((name) => inputOf(name, files[name], pieceBytes));
    for await (const result of format.read(inputs, { limits: defaultLimits, ...options })) {
      documents.push(...result.items);
      problems.push(...result.problems);
    }
  }
  return { documents, problems };
}
