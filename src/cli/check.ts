import {
  checkEdition as findAll,
  FormatError,
  imbalances,
  ledger,
  ledgerTotal,
  profileOf,
  say,
  sourcePlace,
  type Edition,
  type Finding,
} from '../core/index.ts';
import { openEdition, textOf } from './open-edition.ts';
import { sarif } from './sarif.ts';
import { toStandardOutput } from './write-out.ts';

const LAYOUTS = ['text', 'json', 'sarif'] as const;

/** Prints what is wrong with an edition. Answers whether a finding is an error. `profile`: a file that goes before the edition's own choice of checks. */
export async function checkEdition(file: string, layout: string, profile?: string): Promise<boolean> {
  if (!(LAYOUTS as readonly string[]).includes(layout))
    throw new FormatError('check.format', { format: layout, known: LAYOUTS.join(', ') });
  const opened = await openEdition(file, { unbalanced: true });
  const edition = profile === undefined ? opened : { ...opened, checks: profileOf(await textOf(profile), profile) };
  const { findings } = findAll(edition);
  const heard = findings.filter((f) => !f.muted);
  if (layout === 'json')
    await print(
      JSON.stringify(
        {
          file,
          balanced: imbalances(edition).length === 0,
          ledger: ledger(edition),
          findings: findings.map((f) => plain(edition, f)),
        },
        null,
        2,
      ),
    );
  else if (layout === 'sarif') await print(JSON.stringify(sarif(file, edition, findings), null, 2));
  else await print(asText(file, edition, heard, findings.length - heard.length));
  return heard.some((f) => f.level === 'error');
}

const print = (text: string): Promise<void> => toStandardOutput(`${text}\n`);

function plain(edition: Edition, f: Finding) {
  const place = sourcePlace(edition, f);
  return {
    key: f.key,
    code: f.code,
    level: f.level,
    message: say(f.message, 'en'),
    fragmentId: f.fragmentId ?? null,
    articleId: f.articleId ?? null,
    page: (f.pageId !== undefined && edition.pages[f.pageId]?.label) || null,
    source: place && {
      id: place.source.id,
      name: place.source.name,
      start: place.start,
      end: place.end,
      line: place.line,
      column: place.column,
    },
    mend: f.mend ? say(f.mend.label, 'en') : null,
    muted: f.muted ?? null,
  };
}

/** One line a finding, as compilers print them: the place in the text that was read, or the file where it is no text's. */
function asText(file: string, edition: Edition, findings: readonly Finding[], muted: number): string {
  const total = ledgerTotal(edition);
  const lines = findings.map((f) => {
    const place = sourcePlace(edition, f);
    const where = place ? `${place.source.name}:${place.line}:${place.column}` : file;
    return `${where}: ${f.level}: ${say(f.message, 'en')} [${f.code}]`;
  });
  const balanced = imbalances(edition).length === 0 ? 'balanced' : 'NOT balanced';
  return [
    ...lines,
    `${file}: ${total.characters} characters: ${total.placed} placed, ${total.unplaced} unplaced, ${total.discarded} discarded, ${total.typed} typed; ${balanced}`,
    `${file}: ${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}${muted ? `, ${muted} muted` : ''}`,
  ].join('\n');
}
