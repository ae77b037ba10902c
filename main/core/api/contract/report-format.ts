/** Without the check of what comes in, which the window has no use for. */
export { reportFormats, type ReportFormat } from '#core/domain/report-format.ts';
