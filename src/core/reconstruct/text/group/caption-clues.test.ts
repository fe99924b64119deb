/** Whom a caption points out, and who took it. */
import { describe, expect, it } from 'vitest';
import { peopleIn, withoutCredit } from './caption-clues.ts';

describe('a caption without its credit', () => {
  it.each([
    ['周山在河堤上查看闸门。 本报记者 王甲 摄', '周山在河堤上查看闸门。'],
    ['河堤上的闸门。新华社发（王甲 摄）', '河堤上的闸门。'],
    ['河堤的旧照（资料图片）', '河堤的旧照'],
    ['閘門旁的孩子。記者王甲攝', '閘門旁的孩子。'],
  ])('%s', (text, bare) => expect(withoutCredit(text)).toBe(bare));
  it('trap: what is said of photographs stays', () => {
    expect(withoutCredit('他在河堤上拍摄闸门。')).toBe('他在河堤上拍摄闸门。');
    expect(withoutCredit('闸门（右）旁的孩子')).toBe('闸门（右）旁的孩子');
  });
});

describe('who is pointed out', () => {
  it.each([
    ['上图：周山（中）在查看闸门。', [['周山']]],
    ['图为周山青（左二）和王甲（右）。', [['周山青']]],
    ['闸门旁，镇长周山（右一）在讲解。', [['镇长周山', '长周山', '周山']]],
  ])('%s', (text, people) => expect(peopleIn(text)).toEqual(people));
  it('trap: an age or an office in brackets points nobody out', () => {
    expect(peopleIn('周山（42岁）在查看闸门。')).toEqual([]);
    expect(peopleIn('水利局（筹）的闸门')).toEqual([]);
  });
});
