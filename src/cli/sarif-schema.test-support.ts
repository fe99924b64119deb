/** What SARIF 2.1.0 asks of the parts of a log that we write, in our own words: required properties, kinds of values, and nothing that it does not know. */
const text = { type: 'string', minLength: 1 };
const level = { enum: ['none', 'note', 'warning', 'error'] };
const message = { type: 'object', required: ['text'], additionalProperties: false, properties: { text } };
const whole = (minimum: number) => ({ type: 'integer', minimum });

const object = (properties: Record<string, unknown>, required: readonly string[] = []) => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required,
});
const list = (items: unknown) => ({ type: 'array', items });

const region = {
  ...object({ startLine: whole(1), startColumn: whole(1), charOffset: whole(0), charLength: whole(0) }),
  // A column is of a line, a length from an offset.
  dependentRequired: { startColumn: ['startLine'], charLength: ['charOffset'] },
};

const location = object({
  physicalLocation: object(
    // A reference without white space, back slashes or a drive's letter.
    { artifactLocation: object({ uri: { type: 'string', pattern: '^(?![A-Za-z]:)[^\\s\\\\<>"{}|^`]+$' } }), region },
    ['artifactLocation'],
  ),
  logicalLocations: list(object({ name: text, kind: text })),
});

const rule = object(
  {
    id: text,
    name: text,
    shortDescription: message,
    help: message,
    defaultConfiguration: object({ level }),
  },
  ['id'],
);

const result = object(
  {
    ruleId: text,
    ruleIndex: whole(0),
    level,
    message,
    partialFingerprints: { type: 'object', additionalProperties: { type: 'string' } },
    suppressions: list(
      object({ kind: { enum: ['inSource', 'external'] }, justification: { type: 'string' } }, ['kind']),
    ),
    locations: list(location),
  },
  ['message'],
);

export const SARIF = object(
  {
    $schema: { type: 'string', pattern: '^https://.*sarif-2\\.1\\.0' },
    version: { const: '2.1.0' },
    runs: list(
      object(
        {
          tool: object({ driver: object({ name: text, rules: list(rule) }, ['name']) }, ['driver']),
          columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
          results: list(result),
        },
        ['tool'],
      ),
    ),
  },
  ['version', 'runs'],
);
