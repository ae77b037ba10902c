/** RLIMIT_CORE of setrlimit(2), the same on Linux and macOS. */
const coreSize = 4;

/**
 * A process that crashes in native code may leave its memory in a file, with text and key, not
 * encrypted. For this process and those that it starts the system is told to write none; where that
 * is not possible (Windows, no koffi) its own setting holds. Never rejects.
 */
export async function forbidCoreDump(): Promise<void> {
  if (process.platform !== 'linux' && process.platform !== 'darwin') return;
  try {
    const { default: koffi } = await import('koffi');
    const setLimit = koffi.load(null).func('setrlimit', 'int', ['int', 'void *']);
    // The limit now and the most that it may become.
    setLimit(coreSize, new BigUint64Array(2));
  } catch {
    // Not worth more than the work that is to be done.
  }
}
