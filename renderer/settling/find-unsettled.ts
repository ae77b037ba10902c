import type { Client } from '../client/client.ts';

/** Documents that are asked for at once: as many as an answer holds. */
const pageSize = 50;

/** The next document with a difference that is open, after one of the list, else from its start. */
export async function findUnsettled(
  client: Client,
  projectId: number,
  after: number | null,
): Promise<number | null> {
  let first: number | null = null;
  let isAfter = after === null;
  for (let skip = 0; ; skip += pageSize) {
    const { rows, total } = await client.call('annotation.disagreements', {
      projectId,
      skip,
      limit: pageSize,
    });
    for (const { number, conflictCount, decidedCount } of rows) {
      const isOpen = decidedCount < conflictCount && number !== after;
      if (isOpen && isAfter) return number;
      if (isOpen) first ??= number;
      if (number === after) isAfter = true;
    }
    if (skip + pageSize >= total) return first;
  }
}
