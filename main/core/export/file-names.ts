/** What file systems refuse, or read as something else, in the name of a file or folder. */
const unsafe = /[\u0000-\u001f\u007f<>:"\\|?*]|[. ]$/g;
/** Bytes that a name may have with room for an ending; UTF-8 has at most four to a character. */
const longestSegment = 60;

/** The path of a file without its ending for the id of a document: never outside of its folder. */
export function safeFileName(id: string): string {
  const segments = id
    .toWellFormed()
    .split('/')
    .filter((segment) => segment !== '' && segment !== '.' && segment !== '..')
    .map((segment) => Array.from(segment).slice(0, longestSegment).join(''))
    .map((segment) => segment.replace(unsafe, '_'));
  return segments.length === 0 ? 'document' : segments.join('/');
}

/** Gives each document a name that no other has, on file systems that ignore case too. */
export function createFileNames(): (id: string) => string {
  const taken = new Set<string>();
  return (id) => {
    const name = safeFileName(id);
    let free = name;
    for (let copy = 2; taken.has(free.toLowerCase()); copy++) free = `${name}~${copy}`;
    taken.add(free.toLowerCase());
    return free;
  };
}
