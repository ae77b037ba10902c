import type { Client } from '../client/client.ts';
import { wholeQueue } from './whole-queue.ts';

/** Documents that are asked for at once: as many as an answer holds. */
const pageSize = 200;

interface Effects {
  /** From 0 to 1. */
  readonly onShare: (share: number) => void;
  readonly isStopped: () => boolean;
}

/**
 * Lets a model suggest labels in each document that the person who asks has not done, one after the
 * other. Those before a stop keep theirs, and a later time takes their place.
 */
export async function predictOpen(
  client: Client,
  { projectId, modelId }: { readonly projectId: number; readonly modelId: string },
  { onShare, isStopped }: Effects,
): Promise<number> {
  const numbers: number[] = [];
  for (let total = Infinity; numbers.length < total;) {
    const page = await client.call('annotation.queue', {
      projectId,
      filter: { ...wholeQueue, state: 'open' },
      skip: numbers.length,
      limit: pageSize,
    });
    total = page.rows.length === 0 ? numbers.length : page.total;
    for (const { number } of page.rows) numbers.push(number);
  }
  for (const [index, number] of numbers.entries()) {
    if (isStopped()) return index;
    onShare(index / numbers.length);
    await client.call('annotation.suggestPredicted', { projectId, number, modelId });
  }
  return numbers.length;
}
