/**
 * The items of `source`, while `work` goes on; they end when both are done. Work that is not wanted
 * any more, because the items failed or were left, hears of it by its signal and is waited for.
 */
export async function* alongside<Item>(
  source: AsyncIterable<Item>,
  work: (signal: AbortSignal) => Promise<void>,
): AsyncGenerator<Item> {
  const controller = new AbortController();
  const working = work(controller.signal);
  // Thrown after the last item; until then it is not a failure that nobody heard of.
  working.catch(() => undefined);
  try {
    yield* source;
    await working;
  } finally {
    controller.abort();
    await working.catch(() => undefined);
  }
}
