import { describe, expect, it } from 'vitest';
import { cosine, sharedTerms, tellingTermsOf, termsOf, vocabularyOf } from './similarity.ts';

describe('similarity', () => {
  it('finds texts of one subject by rare bigrams', () => {
    const texts = [
      '市图书馆新馆开馆，读者排队借书',
      '新馆藏书十万册，图书馆周末开放',
      '渡口大桥今起封闭检修',
      '大桥检修期间渡船免费',
    ];
    const words = vocabularyOf(texts);
    expect(cosine(words, 0, 1)).toBeGreaterThan(cosine(words, 0, 2) + 0.05);
    expect(cosine(words, 2, 3)).toBeGreaterThan(cosine(words, 1, 3));
  });
  it('compares traditional with simplified text', () => {
    const words = vocabularyOf(['圖書館開館', '图书馆开馆', '渡口封闭']);
    expect(cosine(words, 0, 1)).toBeCloseTo(1);
  });
  it('lets a plural meet its singular, and knows no stop words', () => {
    const terms = termsOf('The ferries and the ferry were late');
    expect(terms.get('ferry')).toBe(2);
    expect(terms.has('the')).toBe(false);
  });
  it('gives little to a word that stands everywhere', () => {
    const words = vocabularyOf(['town ferry', 'town ferry', 'town bakery', 'town school', 'town tram']);
    expect(words.weight('town')).toBeLessThan(words.weight('ferry') / 2);
  });
  it('takes rarity from the background where the texts are few', () => {
    const background = ['the mayor spoke', 'a mayor left', 'mayor and council', 'mayor elected'];
    expect(vocabularyOf(['mayor ferry', 'mayor tram'], termsOf, background).weight('mayor')).toBeLessThan(0.4);
  });
  it('names the weightiest shared terms first', () => {
    const words = vocabularyOf(['渡口大桥检修通知', '渡口大桥检修完成', '大桥通车', '大桥夜景']);
    expect(sharedTerms(words.vectors[0]!, words.vectors[1]!, 2)).not.toContain('大桥');
  });
  it('gives little to the phrases that every report has, rare as they may be on this page', () => {
    const words = vocabularyOf(['会议强调，渡口大桥', '会议强调，旧书市', '渡口大桥封闭', '旧书市']);
    expect(words.weight('强调')).toBeLessThan(words.weight('渡口') / 2);
  });
  it('trap: does not take a subject for such a phrase', () => {
    const words = vocabularyOf(['水库放水', '水库清淤', '小学开学', '大桥通车']);
    expect(words.weight('水库')).toBeGreaterThan(0.5);
  });
  it('takes no pair out of the seam between two such phrases', () => {
    expect([...tellingTermsOf('会议强调指出').keys()]).toEqual(['会议', '强调', '指出']);
    expect([...tellingTermsOf('渡口会议').keys()]).toEqual(['渡口', '口会', '会议']);
  });
});
