import { randomBytes } from 'node:crypto';

/** Crockford's base 32: no letter that is taken for a digit. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const keyBytes = 20;
const groupLength = 4;

/** 160 random bits as eight groups of four letters and digits, to be written down. */
export function makeRecoveryKey(): string {
  let bits = BigInt(`0x${randomBytes(keyBytes).toString('hex')}`);
  let letters = '';
  for (let place = 0; place < (keyBytes * 8) / 5; place++) {
    letters = alphabet[Number(bits & 31n)] + letters;
    bits >>= 5n;
  }
  return (letters.match(new RegExp(`.{${groupLength}}`, 'g')) ?? []).join('-');
}

/** However it was typed: as the slot knows it. */
export function readRecoveryKey(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
}
