/** What a report can be written as. */
export const reportFormats = ['html', 'pdf', 'docx', 'latex', 'csv'] as const;

export type ReportFormat = (typeof reportFormats)[number];
