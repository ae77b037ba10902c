import { type AuditEntry, type AuditLog, auditActions } from '#core/storage/audit.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import type { AuditEntry as AuditEntryView, AuditFilter, AuditPage } from '../contract/audit.ts';
import type { AuditService } from '../ports.ts';
import { nameSubjects, type SubjectNames } from './name-subjects.ts';
import { writeAuditFile } from './write-audit-file.ts';

const actions = Object.entries(auditActions).map(([action, meaning]) => ({ action, meaning }));

/** The audit log as pages, as a file, and whether its chain of hashes is whole. */
export function createAuditService(workspace: Workspace): AuditService {
  const { audit } = workspace;
  return {
    list: ({ beforeSequence, limit, filter }) => {
      const names = nameSubjects(workspace);
      const persons = workspace.persons.list().map(({ id, name, kind }) => ({ id, name, kind }));
      const byId = new Map(persons.map((person) => [person.id, person]));
      const fits = fitting(filter);
      const found: AuditPage['entries'][number][] = [];
      for (const entry of newestFirst(audit, beforeSequence)) {
        const person = entry.personId === null ? null : (byId.get(entry.personId) ?? null);
        const shown = { ...viewEntry(entry, names), person };
        if (fits(shown)) found.push(shown);
        if (found.length > limit) break;
      }
      const [head] = audit.newest(1) as (AuditEntry | undefined)[];
      return Promise.resolve({
        entries: found.slice(0, limit),
        hasMore: found.length > limit,
        head: head === undefined ? null : { sequence: head.position, hash: head.hash },
        persons,
        actions,
      });
    },
    file: (format) => {
      // First, so that the file ends with that it was taken.
      audit.append('export.written', { files: 1 });
      return Promise.resolve(writeAuditFile(audit.records(), format, nameSubjects(workspace)));
    },
    verify: () => {
      const { entryCount, broken } = audit.verify();
      return Promise.resolve({ entryCount, firstBrokenSequence: broken?.position ?? null });
    },
  };
}

const pageEntries = 500;

function* newestFirst(audit: AuditLog, before: number | null): Iterable<AuditEntry> {
  let page = audit.newest(pageEntries, before);
  while (page.length > 0) {
    yield* page;
    page = audit.newest(pageEntries, page[page.length - 1].position);
  }
}

function viewEntry(
  { position, atMs, action, detail, hash }: AuditEntry,
  names: SubjectNames,
): Omit<AuditEntryView, 'person'> {
  const subject = describeDetail(detail);
  return { sequence: position, atMs, action, names: names.of(detail), subject, hash };
}

/** Every word must stand somewhere in the entry; case does not count. */
function fitting({ words, action, personId, fromMs, beforeMs }: AuditFilter) {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return (entry: AuditPage['entries'][number]): boolean => {
    if (action !== null && entry.action !== action) return false;
    if (personId !== null && entry.person?.id !== personId) return false;
    if (fromMs !== null && entry.atMs < fromMs) return false;
    if (beforeMs !== null && entry.atMs >= beforeMs) return false;
    const text = [entry.action, entry.person?.name ?? '', ...entry.names, entry.subject, entry.hash]
      .join(' ')
      .toLowerCase();
    return wanted.every((word) => text.includes(word));
  };
}

/** The details of an entry in one line: the change first, then what it was done to. */
function describeDetail({ from, to, ...others }: AuditEntry['detail']): string {
  const change = from === undefined || to === undefined ? [] : [`${String(from)} → ${String(to)}`];
  const rest = Object.entries(others)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => `${key} ${String(value)}`);
  return [...change, ...rest].join(' · ');
}
