/** The best one-to-one assignment (Kuhn and Munkres, in the shortest-path form of Jonker and Volgenant): rows to columns, highest sum. */
export function assign(gain: readonly (readonly number[])[]): number[] {
  const rows = gain.length;
  const columns = gain[0]?.length ?? 0;
  if (!rows || !columns) return new Array<number>(rows).fill(-1);
  if (rows > columns) {
    const turned = Array.from({ length: columns }, (_, c) => gain.map((row) => row[c]!));
    const back = new Array<number>(rows).fill(-1);
    assign(turned).forEach((row, column) => {
      if (row >= 0) back[row] = column;
    });
    return back;
  }
  const u = new Float64Array(rows + 1);
  const v = new Float64Array(columns + 1);
  const rowOf = new Int32Array(columns + 1);
  const way = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row++) {
    rowOf[0] = row;
    let column = 0;
    const least = new Float64Array(columns + 1).fill(Infinity);
    const used = new Uint8Array(columns + 1);
    do {
      used[column] = 1;
      const at = rowOf[column]!;
      let delta = Infinity;
      let next = 0;
      for (let c = 1; c <= columns; c++) {
        if (used[c]) continue;
        const cost = -gain[at - 1]![c - 1]! - u[at]! - v[c]!;
        if (cost < least[c]!) {
          least[c] = cost;
          way[c] = column;
        }
        if (least[c]! < delta) {
          delta = least[c]!;
          next = c;
        }
      }
      for (let c = 0; c <= columns; c++) {
        if (used[c]) {
          u[rowOf[c]!]! += delta;
          v[c]! -= delta;
        } else least[c]! -= delta;
      }
      column = next;
    } while (rowOf[column] !== 0);
    do {
      const from = way[column]!;
      rowOf[column] = rowOf[from]!;
      column = from;
    } while (column);
  }
  const result = new Array<number>(rows).fill(-1);
  for (let c = 1; c <= columns; c++) if (rowOf[c]) result[rowOf[c]! - 1] = c - 1;
  return result;
}
