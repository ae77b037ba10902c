/**
 * Gives back the memory of bytes that nobody needs any more; they are empty afterwards. Node's
 * ciphers make new memory for every chunk. Left alone, the garbage collector would look through all
 * objects of the program each time some dozens of MiB have come together.
 */
export function free({ buffer, byteLength }: Uint8Array): void {
  // Memory that others may have a part in stays.
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) buffer.transfer(0);
}
