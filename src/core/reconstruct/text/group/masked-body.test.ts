import { expect, it } from 'vitest';
import { isMaskedBody, unmaskBodies } from './masked-body.ts';
import { body, head, openEnd, pageOf } from './pieces.fixture.ts';

const judge = (text: string): boolean => isMaskedBody(pageOf([head(text)]).pieces[0]!);

it('knows a line of body by its small letter or its broken word', () => {
  expect(judge('maintainers of the quay.')).toBe(true);
  expect(judge('The council met the harbour commis-')).toBe(true);
});
it('leaves heads that begin small by right', () => {
  expect(judge('iFerry starts at noon')).toBe(false);
  expect(judge('de Vries wins the regatta')).toBe(false);
  expect(judge('Council meets on quay')).toBe(false);
});
it('takes a short rest of a sentence left open right before, and only there', () => {
  expect(unmaskBodies(pageOf([openEnd('It opens on January'), head('20.')]).pieces)[1]!.role).toBe('body');
  expect(unmaskBodies(pageOf([body('It opens soon.'), head('Why?')]).pieces)[1]!.role).toBe('headline');
});
it('takes a quotation in another script for body', () => {
  const page = [
    openEnd('The ferry master of the harbour spoke to', 'the guests in Hindi and said to them that', 'the ferry'),
    head('नाव आज शाम तक नहीं चलेगी।'),
    body('Then he said it in English for those who', 'had not understood him at the harbour.'),
  ];
  expect(unmaskBodies(pageOf(page).pieces)[1]).toMatchObject({ role: 'body', startsOpen: true, endsOpen: false });
});
it('trap: a page that is set in that script has heads in it', () => {
  const page = [body('नाव आज शाम तक नहीं चलेगी।'), head('नाव बंद'), body('लोग घाट पर खड़े रहे।')];
  expect(unmaskBodies(pageOf(page).pieces)[1]!.role).toBe('headline');
});
it('takes no name after a small "by" in mid-sentence for a byline', () => {
  const by = { role: 'byline', lines: ['by Ann Marlow'] } as const;
  expect(unmaskBodies(pageOf([openEnd('The play was written'), by]).pieces)[1]!.role).toBe('body');
  expect(unmaskBodies(pageOf([body('It was late.'), by]).pieces)[1]!.role).toBe('byline');
});
it('takes a line for body in which a sentence ends and another begins, or that ends with a comma', () => {
  const role = (...given: Parameters<typeof pageOf>[0]): string => unmaskBodies(pageOf(given).pieces)[1]!.role;
  const before = openEnd('江边的人把这种鱼叫作香', '鱼，也叫它银');
  expect(role(before, head('鱼。塘边的老人'), body('说它只在春天来。'))).toBe('body');
  expect(role(body('渡口关了。'), head('新加坡、马来西亚、'), body('文莱都有。'))).toBe('body');
});
it('trap: heads end a clause with a space, an exclamation, a quotation or their first line', () => {
  const role = (...given: Parameters<typeof pageOf>[0]): string => unmaskBodies(pageOf(given).pieces)[1]!.role;
  const before = body('渡口关了。');
  expect(role(before, head('渡口大桥检修 今起封闭'), body('大桥封闭。'))).toBe('headline');
  expect(role(before, head('开馆了！十万册新书等你来'), body('新馆开馆。'))).toBe('headline');
  expect(role(before, head('老人说“桥好了。”'), body('新桥通车。'))).toBe('headline');
  expect(role(before, head('修旧桥，'), head('建新馆'), body('新馆开馆。'))).toBe('headline');
});
it('takes a line for body that ends with a comma, or in which a sentence ends, where no head follows', () => {
  const role = (...given: Parameters<typeof pageOf>[0]): string => unmaskBodies(pageOf(given).pieces)[1]!.role;
  const [before, after] = [body('The ferry was late.'), body('it lay in the fog.')];
  expect(role(before, head('When it was seen off the harbour,'), after)).toBe('body');
  expect(role(before, head('Nurses closed the school. The council'), after)).toBe('body');
  expect(role(before, head('The quay has lost a ferry every year.'), after)).toBe('body');
  expect(role(before, head(`${'The ferry lay in the fog for hours '.repeat(4)}yesterday.`), head('Mill'))).toBe('body');
});
it('trap: heads have abbreviations, commas in their first line, and a stop where they are short', () => {
  const role = (...given: Parameters<typeof pageOf>[0]): string => unmaskBodies(pageOf(given).pieces)[1]!.role;
  const [before, after] = [body('The ferry was late.'), body('It lay in the fog.')];
  expect(role(before, head('Gov. Marlow opens St. Ann quay'), after)).toBe('headline');
  expect(role(before, head('Late again, the ferry,'), head('says Marlow'), after)).toBe('headline');
  expect(role(before, head('It works.'), after)).toBe('headline');
  expect(role(before, head('The ferry sails at 9 a.m'), after)).toBe('headline');
});
