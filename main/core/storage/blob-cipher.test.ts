import { describe, expect, it } from 'vitest';
import { createBlobCipher, openBlobCipher } from './blob-cipher.ts';

const key = new Uint8Array(32).fill(3);
const content = Buffer.from('content');
const cipher = createBlobCipher(key, 'id');
const place = { index: 1, isLast: false };
const chunk = cipher.encrypt(content, place, Buffer.alloc(100));

describe('an encrypted chunk', () => {
  it('is decrypted by whoever has the key, the id and the header', () => {
    const reader = openBlobCipher(key, 'id', cipher.header)!;
    expect(Buffer.from(reader.decrypt(chunk, place)!)).toEqual(content);
  });

  it('is refused at another place, or as the last of its file when it was not', () => {
    expect(cipher.decrypt(chunk, { index: 2, isLast: false })).toBeNull();
    expect(cipher.decrypt(chunk, { index: 1, isLast: true })).toBeNull();
    expect(cipher.decrypt(chunk.subarray(0, 15), place)).toBeNull();
  });

  it('is refused with another key, id or header', () => {
    const others = [
      openBlobCipher(new Uint8Array(32), 'id', cipher.header),
      openBlobCipher(key, 'other', cipher.header),
      createBlobCipher(key, 'id'),
    ];
    for (const other of others) expect(other!.decrypt(chunk, place)).toBeNull();
    expect(openBlobCipher(key, 'id', cipher.header.subarray(1))).toBeNull();
    expect(openBlobCipher(key, 'id', Buffer.alloc(40))).toBeNull();
  });
});
