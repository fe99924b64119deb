import { describe, expect, it } from 'vitest';
import { parseJumpLine } from '../../../press/jump-lines.ts';
import { jumpOf } from './jump.ts';

describe('jumpOf', () => {
  const lines = [
    '（下转第二版）',
    '下 转 第 2 版',
    '（上接第一版）',
    '（上接第 版）',
    '▶2版',
    '水车 成了风景▶22版版',
    '詳見A3',
    '（转A3版）',
    '未完待续',
    'Continued on Page 2',
    'See BUDGET, Page 4',
    'From Page 1',
    'Fortsetzung auf Seite 3',
    'Suite en page 4',
    'Pasa a la página 3',
    'Segue a pagina 5',
    'Continua na página 2',
    '3面に続く',
    '2면에 계속',
    'Fortsetzung folgt',
    'à suivre',
  ];
  it.each(lines)('reads %s as the press patterns do', (line) => expect(jumpOf(line)).toEqual(parseJumpLine(line)));
  it('asks nothing of a plain line', () => {
    expect(jumpOf('清晨的河堤上站满了人')).toBeNull();
    expect(jumpOf('The new pump station opened')).toBeNull();
  });
});
