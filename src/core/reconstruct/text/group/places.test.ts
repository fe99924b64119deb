import { expect, it } from 'vitest';
import { placesIn } from './places.ts';

it('names places by their endings', () => {
  expect(placesIn('25日，市民在柳河县凤鸣镇的滨河新区参观。')).toEqual(['柳河县', '凤鸣镇', '滨河新区']);
  expect(placesIn('圖為青石鎮一角')).toEqual(['青石鎮']);
});
it('trap: kinds of places are no names', () => {
  expect(placesIn('灌区和景区里，社区、小区的人都到农村和乡村去，城镇也一样')).toEqual([]);
  expect(placesIn('全县各乡镇')).toEqual([]);
});
