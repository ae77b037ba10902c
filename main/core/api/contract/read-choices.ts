// Apart from the schemas: the window needs these as values, and must not load zod, which its policy
// refuses to let make functions of text.
export const dateOrders = ['day-month-year', 'month-day-year', 'year-month-day'] as const;
export const offsetUnits = ['code-points', 'utf-16', 'bytes', 'graphemes'] as const;
export const textUnits = ['file', 'block', 'line'] as const;
export const separators = [',', ';', '\t'] as const;
