/** Findings as SARIF 2.1.0, for tools that show them beside a text. */
import { say, sourcePlace, RULES, type Edition, type Finding } from '../core/index.ts';

/** A file's name as a URI reference. */
const uri = (name: string): string => name.split(/[\\/]/u).map(encodeURIComponent).join('/');

export function sarif(file: string, edition: Edition, findings: readonly Finding[]): unknown {
  const used = new Set(findings.map((f) => f.code));
  const rules = RULES.filter(({ code }) => used.has(code));
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'pasteup',
            rules: rules.map(({ code, level }) => ({
              id: code,
              name: say({ code: `check-name.${code}` }, 'en'),
              shortDescription: { text: say({ code: `check-name.${code}` }, 'en') },
              help: { text: say({ code: `check-help.${code}` }, 'en') },
              defaultConfiguration: { level },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: findings.map((f) => ({
          ruleId: f.code,
          ruleIndex: rules.findIndex(({ code }) => code === f.code),
          level: f.level,
          message: { text: say(f.message, 'en') },
          partialFingerprints: { 'pasteup/v1': f.key },
          ...(f.muted
            ? {
                suppressions: [
                  { kind: 'external', justification: [f.muted.reason, f.muted.note].filter(Boolean).join(': ') },
                ],
              }
            : {}),
          locations: [locationOf(file, edition, f)],
        })),
      },
    ],
  };
}

function locationOf(file: string, edition: Edition, f: Finding): unknown {
  const place = sourcePlace(edition, f);
  const logical = [
    ...(f.fragmentId ? [{ name: f.fragmentId, kind: 'fragment' }] : []),
    ...(f.articleId ? [{ name: f.articleId, kind: 'article' }] : []),
    ...(f.pageId ? [{ name: edition.pages[f.pageId]?.label ?? f.pageId, kind: 'page' }] : []),
  ];
  return {
    physicalLocation: {
      artifactLocation: { uri: uri(place ? place.source.name : file) },
      // Only of a plain text is what was read the file itself: in markup the offsets would point elsewhere.
      ...(place && place.source.mediaType === 'text/plain'
        ? {
            region: {
              startLine: place.line,
              startColumn: place.column,
              charOffset: place.start,
              charLength: place.end - place.start,
            },
          }
        : {}),
    },
    logicalLocations: logical.length ? logical : [{ name: 'edition', kind: 'edition' }],
  };
}
