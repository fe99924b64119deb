/** What METS says of an edition and its articles, in MODS. */
import { el, type XmlElement } from '../xml-writer.ts';

export interface Described {
  readonly title: string;
  readonly subtitle?: string | undefined;
  readonly names?: readonly string[];
  readonly date?: string | undefined;
  readonly language?: string | undefined;
  readonly genre: string;
  readonly abstract?: string | undefined;
}

const mods = (
  name: string,
  ...rest: Parameters<typeof el> extends [string, ...infer Rest] ? Rest : never
): XmlElement => el(`mods:${name}`, ...rest);

export const modsSection = (id: string, one: Described): XmlElement =>
  el(
    'dmdSec',
    { ID: id },
    el(
      'mdWrap',
      { MIMETYPE: 'text/xml', MDTYPE: 'MODS' },
      el(
        'xmlData',
        {},
        mods(
          'mods',
          {},
          mods(
            'titleInfo',
            {},
            mods('title', {}, one.title),
            one.subtitle !== undefined && mods('subTitle', {}, one.subtitle),
          ),
          (one.names ?? []).map((name) =>
            mods(
              'name',
              {},
              mods('namePart', {}, name),
              mods('role', {}, mods('roleTerm', { type: 'text' }, 'author')),
            ),
          ),
          mods('genre', {}, one.genre),
          one.date !== undefined && mods('originInfo', {}, mods('dateIssued', { encoding: 'iso8601' }, one.date)),
          one.language !== undefined &&
            mods('language', {}, mods('languageTerm', { type: 'code', authority: 'rfc5646' }, one.language)),
          one.abstract !== undefined && mods('abstract', {}, one.abstract),
        ),
      ),
    ),
  );
