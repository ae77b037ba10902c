import { dirname, join } from 'node:path';
import { pdfReaderSource } from '#hosts/composition/pdf-reader-protocol.ts';

const own = process.argv[1];

/** The file of the process that reads PDF: where this process is a bundle, it lies beside that. */
export const pdfReaderEntry = own.endsWith('.ts')
  ? pdfReaderSource
  : join(dirname(own), 'pdf-reader.js');
