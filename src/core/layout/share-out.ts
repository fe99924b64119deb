/**
 * Shares a run of pieces out over `n` columns, in order, so that the columns end as level as they can (least sum of squared heights);
 * of two ways that are as level, the one that fills the left column more. A piece that `clings` is never the last of its column:
 * a crosshead stands over what it heads.
 */
export function shareOut(heights: readonly number[], n: number, clings: readonly boolean[] = []): number[] {
  const count = heights.length;
  const sums = [0];
  for (const h of heights) sums.push((sums.at(-1) ?? 0) + h);
  const run = (from: number, to: number): number => (sums[to] ?? 0) - (sums[from] ?? 0);
  // best[k][i]: the least cost of the pieces from i on in k columns; cut[k][i]: where the first of these columns ends.
  const best: number[][] = [[...Array<number>(count).fill(Infinity), 0]];
  const cut: number[][] = [[]];
  for (let k = 1; k <= n; k++) {
    const costs: number[] = [];
    const cuts: number[] = [];
    for (let i = count; i >= 0; i--) {
      let least = Infinity;
      let at = i;
      for (let end = i; end <= count; end++) {
        const own = run(i, end) ** 2;
        if (own > least) break;
        if (end > i && end < count && clings[end - 1]) continue;
        const cost = own + (best[k - 1]?.[end] ?? Infinity);
        if (cost <= least) {
          least = cost;
          at = end;
        }
      }
      costs[i] = least;
      cuts[i] = at;
    }
    best.push(costs);
    cut.push(cuts);
  }
  const columns: number[] = [];
  for (let k = n, i = 0; k > 0; k--) {
    const end = cut[k]?.[i] ?? count;
    for (; i < end; i++) columns.push(n - k);
  }
  return columns;
}
