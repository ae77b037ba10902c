import { expect, it } from 'vitest';
import type { Remember } from '#core/base/remember.ts';
import { classifyInParts } from './classify-in-parts.ts';

it('asks for no part twice that was done before it ended, and says the same', async () => {
  const kept = new Map<string, unknown>();
  const remember: Remember = async <Result>(key: string, work: () => Promise<Result>) => {
    if (!kept.has(key)) kept.set(key, JSON.parse(JSON.stringify(await work())));
    return kept.get(key) as Result;
  };
  let asked = 0;
  const texts = Array.from({ length: 700 }, (_, index) => 'w '.repeat(index % 40));
  const ask = (endsAfter: number) =>
    classifyInParts(
      {
        count: texts.length,
        textAt: (index) => texts[index],
        sizeOf: (index) => texts[index].length,
      },
      {
        classify: (part) => {
          asked += part.length;
          return Promise.resolve(part.map((text) => [0, 1 / (1 + text.length)]));
        },
        classIndex: 1,
      },
      {
        what: 'lime',
        advance: (_, done) =>
          done >= endsAfter ? Promise.reject(new Error('killed')) : Promise.resolve(),
        remember,
      },
    );
  await expect(ask(1)).rejects.toThrow('killed');
  expect(asked).toBe(256);
  const said = await ask(Infinity);
  expect(asked).toBe(700);
  expect([...said]).toEqual(texts.map((text) => 1 / (1 + text.length)));
});
