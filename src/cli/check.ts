import { FormatError, imbalances, ledger, ledgerTotal, readPasteup, say, type Edition } from '../core/index.ts';
import { runChecks, type Finding } from '../core/index.ts';
import { bytesOf } from './files.ts';

const LAYOUTS = ['text', 'json', 'sarif'] as const;

export async function open(file: string): Promise<Edition> {
  const bytes = await bytesOf(file);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    throw new FormatError('file.binary', { file });
  }
  if (text.trim() === '') throw new FormatError('file.empty', { file });
  return readPasteup(text, file).edition;
}

/** Prints what is wrong with an edition. Answers whether a finding is an error. */
export async function checkEdition(file: string, layout: string): Promise<boolean> {
  if (!(LAYOUTS as readonly string[]).includes(layout))
    throw new FormatError('check.format', { format: layout, known: LAYOUTS.join(', ') });
  const edition = await open(file);
  const findings = runChecks(edition);
  if (layout === 'json')
    print(
      JSON.stringify(
        { file, balanced: imbalances(edition).length === 0, ledger: ledger(edition), findings: findings.map(plain) },
        null,
        2,
      ),
    );
  else if (layout === 'sarif') print(JSON.stringify(sarif(file, findings), null, 2));
  else printText(file, edition, findings);
  return findings.some((f) => f.level === 'error');
}

const print = (text: string): void => void process.stdout.write(`${text}\n`);
const plain = (f: Finding) => ({
  code: f.code,
  level: f.level,
  message: say(f.message, 'en'),
  fragmentId: f.fragmentId ?? null,
  articleId: f.articleId ?? null,
});

function printText(file: string, edition: Edition, findings: readonly Finding[]): void {
  const total = ledgerTotal(edition);
  for (const f of findings) print(`${file}: ${f.level}: ${say(f.message, 'en')} [${f.code}]`);
  const balanced = imbalances(edition).length === 0 ? 'balanced' : 'NOT balanced';
  print(
    `${file}: ${total.characters} characters: ${total.placed} placed, ${total.unplaced} unplaced, ${total.discarded} discarded, ${total.typed} typed; ${balanced}`,
  );
  print(`${file}: ${findings.length} finding(s)`);
}

/** SARIF 2.1.0, one result a finding. */
function sarif(file: string, findings: readonly Finding[]): unknown {
  const rules = [...new Set(findings.map((f) => f.code))].sort().map((id) => ({ id }));
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'pasteup', rules } },
        results: findings.map((f) => ({
          ruleId: f.code,
          level: f.level,
          message: { text: say(f.message, 'en') },
          locations: [
            {
              physicalLocation: { artifactLocation: { uri: file } },
              logicalLocations: [{ name: f.fragmentId ?? f.articleId ?? 'edition' }],
            },
          ],
        })),
      },
    ],
  };
}
