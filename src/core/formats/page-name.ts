/** The name of one page of a file with several: the file's name and, as in a PDF's address, its page. */
export const pageName = (file: string, page: number): string => `${file}#page=${page}`;
