import type { ProblemList } from '../problem-list.ts';

/** What macOS and Windows put into archives beside the files of people. */
const systemFile = /(?:^|\/)(?:__MACOSX\/.*|\._[^/]*|\.DS_Store|Thumbs\.db|desktop\.ini)$/i;

/** Names of parts as paths that lead nowhere else, all different. */
export function createPartNames(problems: ProblemList) {
  const taken = new Set<string>();
  return {
    /** The path of an entry; null where it is no file of a person. */
    take(outer: string | null, name: string): string | null {
      const path = name.replaceAll('\\', '/');
      if (systemFile.test(path)) {
        const detail = 'A file that macOS or Windows put there is left out.';
        problems.tell(1, 'archive-system-file', 'left-out', detail);
        return null;
      }
      const sound = path
        .replace(/^[A-Za-z]:/, '')
        .split('/')
        .filter((folder) => folder !== '' && folder !== '.' && folder !== '..')
        .join('/')
        .replace(/\p{Cc}/gu, '\ufffd');
      const isOutside = /^(?:\/|[A-Za-z]:)|(?:^|\/)\.\.(?:\/|$)/.test(path);
      if (isOutside) {
        const detail =
          'The name of an entry leads outside of the archive; it is read under what is left of it.';
        problems.tell(1, 'archive-entry-name', 'repaired', detail);
      }
      const whole = [outer ?? '', sound === '' ? 'file' : sound].filter(Boolean).join('/');
      let different = whole;
      for (let count = 2; taken.has(different); count++) different = `${whole} (${count})`;
      if (different !== whole) {
        const detail = 'An entry has the name of an earlier one and got a number.';
        problems.tell(1, 'archive-entry-name', 'repaired', detail);
      }
      taken.add(different);
      return different;
    },
  };
}
