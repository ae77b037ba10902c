/**
 * The same items, each of them asked for while whoever takes them still works on the one before.
 * What the source throws is thrown in its turn; a source that is left early has come to rest first.
 */
export async function* readAhead<Item>(source: AsyncIterable<Item>): AsyncGenerator<Item> {
  const items = source[Symbol.asyncIterator]();
  const ask = () => {
    const asked = items.next();
    // It is awaited below; until then a failure shall not count as one that nobody heard of.
    asked.catch(() => undefined);
    return asked;
  };
  let asked = ask();
  try {
    for (;;) {
      const answer = await asked;
      if (answer.done === true) return;
      asked = ask();
      yield answer.value;
    }
  } finally {
    await asked.catch(() => undefined);
    await items.return?.();
  }
}
