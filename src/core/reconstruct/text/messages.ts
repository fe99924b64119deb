/** Why a piece was cut and named as it was: every code of the text engine's cutter. */
export const CUT_MESSAGES: Record<string, { en: string; zh: string }> = {
  'cut.body': { en: 'running text', zh: '正文' },
};
