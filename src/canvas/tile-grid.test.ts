import { describe, expect, it } from 'vitest';
import { TILE, tilesInSight, type Frame } from './tile-grid.ts';

const frame: Frame = {
  camera: { x: 0, y: 0, zoom: 1 },
  size: { width: 1000, height: 500 },
  dpr: 1,
  sheet: { width: 780, height: 1106 },
};

describe('tilesInSight', () => {
  it('covers what is seen of the sheet and no more', () => {
    const tiles = tilesInSight(frame, 1, { x: 0, y: 0 });
    expect(tiles.map((tile) => tile.key).sort()).toEqual(['0,0', '0,1', '1,0', '1,1']);
    expect(tilesInSight({ ...frame, dpr: 2 }, 1, { x: 0, y: 0 })).toHaveLength(
      Math.ceil(1560 / TILE.width) * Math.ceil(1000 / TILE.height),
    );
  });

  it('begins near the pointer', () => {
    expect(tilesInSight(frame, 1, { x: 700, y: 480 })[0]?.key).toBe('1,1');
  });

  it('sees nothing when the sheet is elsewhere', () => {
    expect(tilesInSight({ ...frame, camera: { x: 2000, y: 0, zoom: 1 } }, 1, { x: 0, y: 0 })).toEqual([]);
  });
});
