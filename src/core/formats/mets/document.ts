/** The METS file of an edition: its pages, its articles over them (article, article-part, article-zone), and what an opened one held besides. */
import type { Edition } from '../../model/edition.ts';
import { carriable } from '../carriable.ts';
import { dayOf, languageOf, momentOf } from '../edition-facts.ts';
import type { LaidPage } from '../laid-page.ts';
import type { KeptFiles } from '../markup.ts';
import { xmlIds } from '../xml-ids.ts';
import { el, layXml, type XmlElement } from '../xml-writer.ts';
import { graftedMap } from './graft.ts';
import { goneFrom, stalePointers } from './gone.ts';
import { idOf, isOurAgent, keptMets, type KeptMets } from './kept.ts';
import { modsSection } from './mods.ts';
import { isComment, named, takeOver, takeOverAttributes, within, type Slice } from './slices.ts';
import { fileSection, pageIds, physicalMap, withComments } from './write-files.ts';
import { articleDiv, described, foreignSections, links, namedArticles, pageZone, type Areas } from './write-logical.ts';

function areasIn(pages: readonly LaidPage[], fileOf: (laid: LaidPage) => string): Areas {
  const found = new Map<string, { file: string; region: string }>();
  for (const laid of pages)
    for (const [fragment, region] of xmlIds(laid).regions) found.set(fragment, { file: fileOf(laid), region });
  return { of: (fragment) => found.get(fragment.id) };
}

function rootAttributes(edition: Edition, kept: KeptMets): XmlElement['attributes'] {
  const { TYPE = 'Newspaper', LABEL, ...rest } = takeOverAttributes(kept.root, kept.into);
  const issue = kept.logical && named(kept.logical, 'div')[0]?.attributes['LABEL'];
  // The opened file's own label stays as long as the title does.
  const label = LABEL !== undefined && issue === edition.title ? LABEL : carriable(edition.title) || undefined;
  const declared = [...kept.into].map(([prefix, uri]) => [prefix ? `xmlns:${prefix}` : 'xmlns', uri]);
  const facts = Object.entries(rest);
  const isDeclared = ([name]: readonly [string, string]): boolean => name.startsWith('xmlns:');
  return {
    ...(Object.fromEntries([...declared, ...facts.filter(isDeclared)]) as Record<string, string>),
    TYPE,
    LABEL: label,
    ...Object.fromEntries(facts.filter((fact) => !isDeclared(fact))),
  };
}

function header(edition: Edition, kept: KeptMets, gone: readonly string[]): XmlElement {
  const before = kept.parts('metsHdr')[0];
  return el(
    'metsHdr',
    { CREATEDATE: momentOf(edition), ...(before ? takeOverAttributes(before, kept.into) : {}) },
    el(
      'agent',
      { ROLE: 'CREATOR', TYPE: 'OTHER', OTHERTYPE: 'SOFTWARE' },
      el('name', {}, 'Pasteup'),
      gone.map((note) => el('note', {}, note)),
    ),
    (before?.children ?? []).filter((child) => !isOurAgent(child)).map((child) => takeOver(child, kept.into)),
  );
}

/** Links of the opened file, but for those that we write anew: from parts of articles to pages. */
function foreignLinks(kept: KeptMets): Slice[] {
  const parts = new Set(
    [...(kept.logical && !kept.isForeign ? within(kept.logical) : [])]
      .filter(({ attributes }) => attributes['TYPE'] === 'article-part')
      .map(({ attributes }) => attributes['ID']),
  );
  const pages = new Set([...kept.read].map((id) => idOf(kept.pageDiv(id))));
  return kept
    .parts('structLink')
    .flatMap(({ children }) => children)
    .filter(
      ({ name, attributes }) =>
        name !== 'smLink' ||
        Object.keys(attributes).join() !== 'xlink:from,xlink:to' ||
        !parts.has(attributes['xlink:from']) ||
        !pages.has(attributes['xlink:to'] ?? ''),
    );
}

/** The comments that stand before each part of the opened file, and those at its end. Each is given once. */
function remarksBefore({ root }: KeptMets): (part: Slice | undefined) => readonly Slice[] {
  const before = new Map<Slice | undefined, Slice[]>();
  let waiting: Slice[] = [];
  for (const child of [...root.children, undefined]) {
    if (child && isComment(child)) waiting.push(child);
    else {
      before.set(child, waiting);
      waiting = [];
    }
  }
  return (part) => before.get(part) ?? [];
}

const KNOWN = ['metsHdr', 'dmdSec', 'amdSec', 'fileSec', 'structMap', 'structLink', 'behaviorSec'];

export function metsDocument(
  edition: Edition,
  pages: readonly LaidPage[],
  files: KeptFiles,
  pathOf: (laid: LaidPage) => string,
): string {
  const kept = keptMets(edition, pages, files);
  const plain = (slice: Slice): XmlElement => takeOver(slice, kept.into);
  const remarks = remarksBefore(kept);
  const about = (...slices: readonly (Slice | undefined)[]): XmlElement[] =>
    slices.flatMap((slice) => remarks(slice).map(plain));
  const asWas = (slices: readonly Slice[]): XmlElement[] => slices.flatMap((slice) => [...about(slice), plain(slice)]);
  const ids = pageIds(pages, kept);
  const articles = namedArticles(edition, kept);
  const areas = areasIn(pages, (laid) => ids.get(laid)?.file ?? '');
  const loose = pages.flatMap((laid) =>
    laid.fragments.filter(({ fragment }) => !fragment.article && fragment.placement.at === 'page'),
  );
  const issue = kept.logical && named(kept.logical, 'div')[0];
  const aboutIssue = kept.claim('MODS_ISSUE');
  const mapId = idOf(kept.logical);
  const laidAnew = articles.filter(({ before }) => !kept.isForeign || !before);
  const linked = [...links(laidAnew, pages, (laid) => ids.get(laid)?.div ?? ''), ...asWas(foreignLinks(kept))];
  const known = new Set(KNOWN.flatMap((name) => kept.parts(name)));
  const otherMaps = kept.parts('structMap').filter((map) => map !== kept.physical && map !== kept.logical);
  const [linkSection] = kept.parts('structLink');
  const issueDiv = (): XmlElement =>
    el(
      'div',
      {
        ID: kept.claim(idOf(issue) ?? 'ISSUE'),
        TYPE: 'issue',
        DMDID: [aboutIssue, ...foreignSections(issue, kept)].join(' '),
        LABEL: carriable(edition.title) || undefined,
        ...(issue ? takeOverAttributes(issue, kept.into, ['ID', 'TYPE', 'DMDID', 'LABEL']) : {}),
      },
      articles.map((article) => articleDiv(edition, article, areas, kept)),
      loose.map(({ fragment }) => pageZone(fragment, areas)),
    );
  const body = [
    modsSection(aboutIssue, {
      title: edition.title,
      date: dayOf(edition),
      language: languageOf(edition),
      genre: 'newspaper',
    }),
    ...articles.map((article) => described(edition, article)),
    ...asWas(kept.parts('dmdSec').filter((section) => !kept.ourSections.has(section))),
    ...asWas(kept.parts('amdSec')),
    ...about(...kept.parts('fileSec')),
    fileSection(ids, kept, pathOf),
    ...about(kept.physical),
    physicalMap(ids, kept),
    ...about(kept.logical),
    el(
      'structMap',
      {
        ...(mapId === undefined ? {} : { ID: kept.own(mapId) }),
        TYPE: 'LOGICAL',
        ...(kept.logical ? takeOverAttributes(kept.logical, kept.into, ['ID', 'TYPE']) : {}),
      },
      withComments(
        kept.logical,
        (kept.isForeign && graftedMap({ edition, articles, areas, kept, about: aboutIssue })) || issueDiv(),
        kept,
      ),
    ),
    ...asWas(otherMaps),
    ...about(...kept.parts('structLink')),
    ...(linked.length ? [el('structLink', linkSection ? takeOverAttributes(linkSection, kept.into) : {}, linked)] : []),
    ...asWas(kept.parts('behaviorSec')),
    ...asWas(kept.root.children.filter((child) => !known.has(child) && !isComment(child))),
    ...about(...kept.ourSections, undefined),
  ];
  const lay = (gone: readonly string[]): string =>
    layXml(
      el('mets', rootAttributes(edition, kept), about(kept.parts('metsHdr')[0]), header(edition, kept, gone), body),
    );
  return lay([...goneFrom(lay([])), ...stalePointers(otherMaps, kept.read)]);
}
