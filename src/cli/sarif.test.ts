import { Ajv2019 } from 'ajv/dist/2019.js';
import { expect, test } from 'vitest';
import { checkEdition } from '../core/checks/index.ts';
import { sampleEdition } from '../core/formats/sample-edition.test-support.ts';
import { call, transact, type Edition } from '../core/index.ts';
import { ownEditions } from '../bench/true-editions.ts';
import { sarif } from './sarif.ts';
import { SARIF } from './sarif-schema.test-support.ts';

interface Log {
  readonly version: string;
  readonly runs: readonly {
    readonly columnKind: string;
    readonly tool: {
      readonly driver: { readonly rules: readonly { readonly id: string; readonly help: { readonly text: string } }[] };
    };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly message: { readonly text: string };
      readonly suppressions?: readonly unknown[];
      readonly locations: readonly {
        readonly physicalLocation: {
          readonly artifactLocation: { readonly uri: string };
          readonly region?: Readonly<Record<'startLine' | 'startColumn' | 'charOffset' | 'charLength', number>>;
        };
      }[];
    }[];
  }[];
}

function spoilt(): Edition {
  const outcome = transact(sampleEdition(), [
    call('fragment.correct', { texts: [{ id: 'f202', text: '每 人 每 天 限 约 一场。' }] }),
    call('finding.mute', { keys: ['unplaced/f205'], reason: 'minor', note: 'later' }),
  ]);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.edition;
}

test('every result has its rule, and a region that holds the passage', () => {
  const edition = spoilt();
  const { findings } = checkEdition(edition);
  const log = sarif('my paper.json', edition, findings) as Log;
  const run = log.runs[0];
  expect(log.version).toBe('2.1.0');
  expect(run?.columnKind).toBe('utf16CodeUnits');
  const rules = run?.tool.driver.rules ?? [];
  for (const result of run?.results ?? []) {
    expect(rules[result.ruleIndex]?.id).toBe(result.ruleId);
    expect(['error', 'warning', 'note']).toContain(result.level);
    expect(result.message.text).not.toBe('');
    expect(() => new URL(result.locations[0]?.physicalLocation.artifactLocation.uri ?? '', 'file:///x/')).not.toThrow();
  }
  expect(rules.every((rule) => rule.help.text.length > 10)).toBe(true);
  const spacing = run?.results.find((result) => result.ruleId === 'letter-spacing');
  const place = spacing?.locations[0]?.physicalLocation;
  expect(place?.artifactLocation.uri).toBe('page-2.txt');
  const { charOffset = 0, charLength = 0, startLine = 0, startColumn = 0 } = place?.region ?? {};
  const text = edition.sources['s2']?.text ?? '';
  expect(text.slice(charOffset, charOffset + charLength)).toBe('每人每天限约');
  expect(text.split('\n')[startLine - 1]?.slice(startColumn - 1)).toMatch(/^每人每天/u);
  expect(run?.results.find((result) => result.ruleId === 'unplaced')?.suppressions).toHaveLength(1);
  expect(
    run?.results.find((result) => result.ruleId === 'no-folio')?.locations[0]?.physicalLocation.artifactLocation.uri,
  ).toBe('my%20paper.json');
});

test('a log is as the standard has it, and each rule is there once and used', () => {
  const validate = new Ajv2019({ strict: true, strictRequired: false }).compile(SARIF);
  for (const edition of [spoilt(), ...ownEditions().map((one) => one.edition)]) {
    const log = sarif('C:\\papers\\my paper.json', edition, checkEdition(edition).findings) as Log;
    validate(log);
    expect(validate.errors ?? []).toEqual([]);
    const ids = log.runs[0]?.tool.driver.rules.map((rule) => rule.id) ?? [];
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(log.runs[0]?.results.map((result) => result.ruleId))).toEqual(new Set(ids));
  }
});
