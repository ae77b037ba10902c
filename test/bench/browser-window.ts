/** The window in a browser, as the browser tests open it. */
export type { StudyHost } from '../e2e/open-study-host.ts';
export { listMissing, openWindow } from '../e2e/open-window.ts';
