import type { ImportAction, ImportRule } from '#core/domain/import-report.ts';
import { nameInput, nameInside } from '../name-input.ts';
import type { ProblemList } from '../problem-list.ts';

/** What is hidden, or was put into archives by macOS and Windows beside the files of people. */
const systemFile = /(?:^|\/)(?:__MACOSX\/.*|\.(?!\.?(?:\/|$)).*|Thumbs\.db|desktop\.ini)$/i;

/** The path of an entry without what leads outside of its archive. */
function soundPath(path: string): string {
  const folders = path
    .replace(/^[A-Za-z]:/, '')
    .split('/')
    .filter((folder) => folder !== '' && folder !== '.' && folder !== '..');
  return folders.length === 0 ? 'file' : folders.join('/').replace(/\p{Cc}/gu, '\ufffd');
}

/** Names of the parts of an archive as paths that lead nowhere else, all different. */
export function createPartNames(archive: string, problems: ProblemList) {
  const taken = new Set<string>();
  function tell(part: string, rule: ImportRule, action: ImportAction, detail: string): void {
    problems.add([{ file: nameInput({ name: archive, part }), line: 1, rule, action, detail }]);
  }
  const partOf = (outer: string | null, name: string) =>
    nameInside(outer, soundPath(name.replaceAll('\\', '/')));

  return {
    /** The path of an entry; null where it is no file of a person. */
    take(outer: string | null, name: string): string | null {
      const path = name.replaceAll('\\', '/');
      const whole = partOf(outer, name);
      if (systemFile.test(path)) {
        const detail = 'A file that is hidden, or that macOS or Windows put there, is left out.';
        tell(whole, 'archive-system-file', 'left-out', detail);
        return null;
      }
      let part = whole;
      for (let count = 2; taken.has(part); count++) part = `${whole} (${count})`;
      taken.add(part);
      if (/^(?:\/|[A-Za-z]:)|(?:^|\/)\.\.(?:\/|$)/.test(path)) {
        const detail =
          'The name of an entry leads outside of the archive; it is read under what is left of it.';
        tell(part, 'archive-entry-name', 'repaired', detail);
      }
      if (part !== whole) {
        const detail = 'An entry has the name of an earlier one and got a number.';
        tell(part, 'archive-entry-name', 'repaired', detail);
      }
      return part;
    },
    /** A link is never followed. */
    tellLink(outer: string | null, name: string): void {
      const detail = 'An entry is a link or a device, not a file.';
      tell(partOf(outer, name), 'archive-system-file', 'left-out', detail);
    },
  };
}
