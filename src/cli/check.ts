import {
  checkEdition as findAll,
  FormatError,
  imbalances,
  ledger,
  ledgerTotal,
  profileOf,
  readPasteup,
  say,
  sourcePlace,
  type Edition,
  type Finding,
} from '../core/index.ts';
import { bytesOf } from './files.ts';
import { sarif } from './sarif.ts';

const LAYOUTS = ['text', 'json', 'sarif'] as const;

async function textOf(file: string): Promise<string> {
  const bytes = await bytesOf(file);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    throw new FormatError('file.binary', { file });
  }
}

export async function open(file: string): Promise<Edition> {
  const text = await textOf(file);
  if (text.trim() === '') throw new FormatError('file.empty', { file });
  return readPasteup(text, file).edition;
}

/** Prints what is wrong with an edition. Answers whether a finding is an error. `profile`: a file that goes before the edition's own choice of checks. */
export async function checkEdition(file: string, layout: string, profile?: string): Promise<boolean> {
  if (!(LAYOUTS as readonly string[]).includes(layout))
    throw new FormatError('check.format', { format: layout, known: LAYOUTS.join(', ') });
  const opened = await open(file);
  const edition = profile === undefined ? opened : { ...opened, checks: profileOf(await textOf(profile), profile) };
  const { findings } = findAll(edition);
  const heard = findings.filter((f) => !f.muted);
  if (layout === 'json')
    print(
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
  else if (layout === 'sarif') print(JSON.stringify(sarif(file, edition, findings), null, 2));
  else printText(file, edition, heard, findings.length - heard.length);
  return heard.some((f) => f.level === 'error');
}

const print = (text: string): void => void process.stdout.write(`${text}\n`);

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
function printText(file: string, edition: Edition, findings: readonly Finding[], muted: number): void {
  const total = ledgerTotal(edition);
  for (const f of findings) {
    const place = sourcePlace(edition, f);
    const where = place ? `${place.source.name}:${place.line}:${place.column}` : file;
    print(`${where}: ${f.level}: ${say(f.message, 'en')} [${f.code}]`);
  }
  const balanced = imbalances(edition).length === 0 ? 'balanced' : 'NOT balanced';
  print(
    `${file}: ${total.characters} characters: ${total.placed} placed, ${total.unplaced} unplaced, ${total.discarded} discarded, ${total.typed} typed; ${balanced}`,
  );
  print(`${file}: ${findings.length} finding(s)${muted ? `, ${muted} muted` : ''}`);
}
