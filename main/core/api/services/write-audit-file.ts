import type { AuditRecord } from '#core/storage/audit.ts';
import { writeCsv } from '#core/report/write-csv.ts';
import type { AuditFileFormat } from '../contract/audit.ts';
import type { ResultFile } from '../contract/result-file.ts';
import type { SubjectNames } from './name-subjects.ts';

/** How whoever has the file computes its hashes anew. */
const hashRule =
  'SHA-256, hexadecimal, over the UTF-8 bytes of {"action":…,"atMs":…,"detailJson":…,"position":…,"previousHash":…}: JSON without white space, keys in this order, detailJson as a string. The first previousHash is 64 zeros. Names are not part of it.';

/**
 * The audit log as a file from which its chain of hashes can be verified without this program: all
 * entries, each as it is hashed, and beside it the names that its ids have now.
 */
export function writeAuditFile(
  records: Iterable<AuditRecord>,
  format: AuditFileFormat,
  names: SubjectNames,
): ResultFile {
  const entries = Array.from(records, (record) => ({
    ...record,
    names: names.of(JSON.parse(record.detailJson) as Parameters<SubjectNames['of']>[0]),
  }));
  if (format === 'json') {
    const headHash = entries.at(-1)?.hash ?? null;
    const content = { formatVersion: 1, hashRule, entryCount: entries.length, headHash, entries };
    return { fileName: 'audit-log.json', text: `${JSON.stringify(content, null, 2)}\n` };
  }
  const header = [
    'position',
    'time_utc',
    'at_ms',
    'action',
    'names',
    'detail_json',
    'previous_hash',
    'hash',
  ];
  const rows = entries.map((entry) => [
    String(entry.position),
    new Date(entry.atMs).toISOString(),
    String(entry.atMs),
    entry.action,
    entry.names.join('; '),
    entry.detailJson,
    entry.previousHash,
    entry.hash,
  ]);
  return { fileName: 'audit-log.csv', text: writeCsv([header, ...rows]) };
}
