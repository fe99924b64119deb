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
