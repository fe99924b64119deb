/** Which article a picture's caption belongs to, in Chinese: the one that holds its rare words, or none. */
import { expect, it } from 'vitest';
import { groupPage } from './group.ts';
import { body, head, pageOf, type Given } from './pieces.fixture.ts';

const caption = (text: string): Given => ({ role: 'caption', lines: [text] });
const orchard: readonly Given[] = [
  head('果园机修师傅带出二十个徒弟'),
  body('本报讯 果园合作社的机修师傅何守田，十年里带出了二十个徒弟，喷雾机坏了都来找他。'),
  body('何守田说，喷雾机的阀门最怕堵，徒弟们学的第一件事就是拆洗阀门。'),
];
const bridge: readonly Given[] = [
  head('廊桥修好后重新通行'),
  body('本报讯 青石镇的廊桥重新通行，木匠换下了一百二十根朽坏的檩条，桥廊里又坐满了歇脚的人。'),
  body('镇里说，廊桥的檩条都用本地杉木，桥面铺了新的青石板。'),
];

/** The text that stands with the caption in one article; empty where it stands alone. */
function withCaption(given: readonly Given[]): string[] {
  const { source, pieces } = pageOf(given);
  const page = groupPage(source, pieces);
  const at = page.pieces.findIndex((piece) => piece.role === 'caption');
  const part = page.parts.find((one) => one.pieces.includes(at));
  return (part?.pieces ?? []).filter((i) => i !== at).map((i) => page.pieces[i]!.text.slice(0, 2));
}

it('ties a caption to the article that holds its rare words, though another lies beside it', () => {
  const told = caption('木匠在青石镇廊桥上更换朽坏的檩条。 王甲 摄');
  expect(withCaption([...bridge, ...orchard, told])).toContain('廊桥');
});
it('trap: a picture of its own is nobody’s', () => {
  const alone = caption('昨日清晨，环卫工人清扫落叶，街道焕然一新。 王甲 摄');
  expect(withCaption([...bridge, ...orchard, alone])).toEqual([]);
});
it('a caption that shares little goes to the article that names its place', () => {
  const told = caption('图为青石镇的木匠换檩条，阳光正好，天色放晴，微风拂过水面。 王甲 摄');
  expect(withCaption([...bridge, ...orchard, told])).toContain('廊桥');
});
it('trap: a picture on the same theme from another place is its own', () => {
  const other = caption('木匠在白沙乡廊桥上更换朽坏的檩条，镇外的孩子们在岸边围着观看，炊烟升起。 王甲 摄');
  expect(withCaption([...bridge, ...orchard, other])).toEqual([]);
});
it('a person who is pointed out tells the article, whatever place both name', () => {
  const shown = caption('上图：何守田（中）在青石镇查看檩条。 王甲 摄');
  expect(withCaption([...bridge, ...orchard, shown])).toContain('果园');
});
it('trap: the photographer’s name is nobody who is shown, and weighs nothing', () => {
  const shot = caption('昨日清晨，环卫工人清扫落叶，街道焕然一新。 何守田 摄');
  expect(withCaption([...bridge, ...orchard, shot])).toEqual([]);
});
it('a place alone ties a picture to an article that ends here, not to one that goes on elsewhere', () => {
  const alone = caption('图为青石镇幼儿园一角。 王甲 摄');
  const jump: Given = { role: 'jump-to', lines: ['（下转第二版）'] };
  expect(withCaption([...bridge, ...orchard, alone])).toContain('廊桥');
  expect(withCaption([...bridge, jump, ...orchard, alone])).toEqual([]);
});
it('trap: another word beside the place ties it to one that goes on as well', () => {
  const told = caption('图为青石镇的木匠换檩条，阳光正好。 王甲 摄');
  const jump: Given = { role: 'jump-to', lines: ['（下转第二版）'] };
  expect(withCaption([...bridge, jump, ...orchard, told])).toContain('廊桥');
});
