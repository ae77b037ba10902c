import { expect, it } from 'vitest';
import { formatBytes } from './bytes.ts';

it.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1_420, '1.42 kB'],
  [999_999, '1.00 MB'],
  [17_500_000, '17.5 MB'],
  [711_600_000, '712 MB'],
  [2_850_000_000, '2.85 GB'],
  [12_000_000_000_000, '12.0 TB'],
  [3_000_000_000_000_000, '3000 TB'],
])('%d bytes are %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});
