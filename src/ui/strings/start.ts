/** Words of the start screen and the reading view. */
export const startStrings = {
  'start.tagline': { en: 'Put the newspaper page back together.', zh: '把报纸版面重新拼好。' },
} as const;
