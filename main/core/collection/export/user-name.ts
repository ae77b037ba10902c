import { userInfo } from 'node:os';

/** Who runs the program, as the operating system calls them; its number where it has no name. */
export function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return `user ${process.getuid?.() ?? 'unknown'}`;
  }
}
