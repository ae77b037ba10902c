import { NearDuplicateIndex } from '#core/corpus/near-duplicates/near-duplicate-index.ts';
import { readNotes } from '../data/near-duplicate-notes.ts';
import { readPeakBytes } from '../measure/peak-memory.ts';
import { answerLines } from './answer-lines.ts';

/** To ours and to datasketch's worker (`datasketch_server.py`) alike. */
export interface NearDuplicatesRequest {
  /** Notes, one a line. */
  readonly path: string;
  /** How many of them. */
  readonly count: number;
  /** Of a shingle, where there is a choice. */
  readonly hash: 'sha1' | 'crc32' | null;
}

export interface NearDuplicatesAnswer {
  /** From texts in memory to clusters. */
  readonly elapsedMs: number;
  /** Time of the process on the processors meanwhile. */
  readonly processorMs: number;
  readonly clusterCount: number;
  /** Notes in clusters. */
  readonly clusteredCount: number;
  readonly peakBytes: number | null;
}

await answerLines((message): NearDuplicatesAnswer => {
  const { path, count } = message as NearDuplicatesRequest;
  const notes = readNotes(path, count);
  const start = performance.now();
  const before = process.cpuUsage();
  const index = new NearDuplicateIndex();
  for (const [id, note] of notes.entries()) index.add(String(id), note);
  const clusters = index.clusters();
  const elapsedMs = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  return {
    elapsedMs,
    processorMs: (user + system) / 1000,
    clusterCount: clusters.length,
    clusteredCount: clusters.reduce((sum, { length }) => sum + length, 0),
    peakBytes: readPeakBytes(),
  };
});
