/** Hands a file to the browser's own download, which asks or knows where to put it. */
export function saveFile(fileName: string, content: string | Uint8Array<ArrayBuffer>): void {
  const address = URL.createObjectURL(new Blob([content], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // The download holds its own copy once it has started.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 10_000);
}
