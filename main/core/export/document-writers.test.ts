import { expect, test } from 'vitest';

import { documentWriters } from './document-writers.ts';
import { lossesOf } from './count-losses.ts';

test.each(Object.entries(documentWriters))(
  '%s says what it is and writes nothing from nothing',
  (_, writer) => {
    expect(writer.description).toMatch(/\w.*\.$/);
    expect(lossesOf(writer, [])).toEqual([]);
    for (const { name } of writer.write([])) expect(name).toMatch(/^[\w./-]+$/);
  },
);
