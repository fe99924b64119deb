/** A cell of a table in RFC 4180. */

/** What a spreadsheet would take for a formula gets a quote mark before it, and so does what begins with one. */
export const guarded = (cell: string): string => (/^[=+\-@\t\r']/u.test(cell) ? `'${cell}` : cell);
export const quoted = (cell: string): string => (/[",\r\n]/u.test(cell) ? `"${cell.replace(/"/gu, '""')}"` : cell);
