import { zipSync } from 'fflate';
import type { ReportFile } from './write-report-files.ts';

/** One file as it is; of several an archive, with the earliest date that one has, so that bytes repeat. */
export function bundleFiles(files: readonly ReportFile[]): ReportFile {
  const [first, ...others] = files;
  if (first !== undefined && others.length === 0) return first;
  const entries = Object.fromEntries(files.map(({ name, bytes }) => [name, bytes]));
  return { name: 'report.zip', bytes: zipSync(entries, { mtime: new Date(1980, 0, 1), level: 6 }) };
}
