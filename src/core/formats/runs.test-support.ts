/** How many random editions a property is tried on: a few while one works, as many as are asked for by `PASTEUP_RUNS` (`npm run test:long`). */
export const runs = (most: number): number => {
  const asked = Number(process.env['PASTEUP_RUNS'] ?? 0);
  return asked > 0 ? asked : Math.max(20, Math.round(most / 4));
};
