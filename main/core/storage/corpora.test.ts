import { describe, expect, it } from 'vitest';
import { refusing, refusingLater } from './testing/refusing.ts';
import { newWorkspace, numberedLines, openSql } from './testing/temporary-workspace.ts';

const input = (changes: object = {}) => ({
  name: 'clinical',
  sourceHash: 'h1',
  lines: ['uno', '', 'tres — ñ 👩‍⚕️'],
  statistics: () => ({ tokens: 3 }),
  ...changes,
});

describe('a corpus', () => {
  it('gives its lines back in order', async () => {
    const { corpora } = newWorkspace();
    const corpus = await corpora.put(input());
    expect(corpus).toMatchObject({
      name: 'clinical',
      sourceHash: 'h1',
      statistics: { tokens: 3 },
      lineCount: 3,
    });
    expect([...corpora.lines(corpus.id)]).toEqual(['uno', '', 'tres — ñ 👩‍⚕️']);
    expect(corpora.get(corpus.id)).toEqual(corpus);
    expect(corpora.list()).toEqual([corpus]);
  });

  it('may be larger than a chunk, come asynchronously, and be read twice at once', async () => {
    const { corpora } = newWorkspace();
    const count = 400_000;
    async function* slowly() {
      await Promise.resolve();
      yield* numberedLines(count);
    }
    const corpus = await corpora.put(input({ lines: slowly() }));
    expect(corpus.lineCount).toBe(count);
    const other = corpora.lines(corpus.id)[Symbol.iterator]();
    let index = 0;
    let equal = true;
    for (const expected of numberedLines(count)) {
      equal &&= other.next().value === expected;
      index++;
      // Writing in between is possible: reading holds no cursor open.
      if (index % 150_000 === 0) await corpora.put(input({ sourceHash: `other-${index}` }));
    }
    expect(equal).toBe(true);
    expect(other.next().done).toBe(true);
  });

  it('may be empty', async () => {
    const { corpora } = newWorkspace();
    const corpus = await corpora.put(input({ lines: [] }));
    expect([...corpora.lines(corpus.id)]).toEqual([]);
    const blank = await corpora.put(input({ sourceHash: 'h2', lines: [''] }));
    expect([...corpora.lines(blank.id)]).toEqual(['']);
  });

  it('is found by its hash, and not made again', async () => {
    const { corpora } = newWorkspace();
    const corpus = await corpora.put(input());
    expect(corpora.findByHash('h1')).toEqual(corpus);
    expect(corpora.findByHash('h2')).toBeUndefined();
    const lines = {
      [Symbol.iterator]: (): Iterator<string> => {
        throw new Error('read again');
      },
    };
    expect(await corpora.put(input({ lines }))).toEqual(corpus);
    expect((await corpora.put(input({ name: 'other' }))).id).not.toBe(corpus.id);
  });

  it('is not there before its last line, nor when its lines end in an error', async () => {
    const { corpora } = newWorkspace();
    async function* failing() {
      await Promise.resolve();
      yield* numberedLines(200_000);
      expect(corpora.list()).toEqual([]);
      throw new Error('the reader broke');
    }
    await expect(corpora.put(input({ lines: failing() }))).rejects.toThrow('the reader broke');
    expect(corpora.list()).toEqual([]);
    expect(corpora.findByHash('h1')).toBeUndefined();
  });

  it('does not take a line break for a part of a line', async () => {
    const { corpora } = newWorkspace();
    await refusingLater('program.fault', corpora.put(input({ lines: ['a\nb'] })));
  });

  it('can be removed, with all its chunks', async () => {
    const { corpora, folder, audit } = newWorkspace();
    const { id } = await corpora.put(input({ lines: numberedLines(200_000) }));
    const sql = openSql(folder);
    const chunks = () => sql.get('SELECT count(*) AS count FROM corpus_chunks');
    expect(chunks()).toEqual({ count: 2 });
    corpora.remove(id);
    expect(chunks()).toEqual({ count: 0 });
    expect(audit.newest(1)[0]).toMatchObject({
      action: 'corpus.removed',
      detail: { corpusId: id },
    });
    refusing('record.missing', () => corpora.get(id));
    refusing('record.missing', () => [...corpora.lines(id)]);
    refusing('record.missing', () => {
      corpora.remove(id);
    });
  });
});
