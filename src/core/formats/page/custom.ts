/** The `custom` attribute as Transkribus and its kin write it: `readingOrder {index:3;} structure {id:a1; type:article;}`. */
export type Custom = ReadonlyMap<string, ReadonlyMap<string, string>>;

const NONE: Custom = new Map();
const PART = /([\w-]+)\s*\{([^{}]*)\}/gu;

export function customOf(value: string | undefined): Custom {
  if (value === undefined || !value.includes('{') || value.startsWith('{')) return NONE;
  const custom = new Map<string, ReadonlyMap<string, string>>();
  for (const [, name = '', body = ''] of value.matchAll(PART)) {
    const fields = body.split(';').flatMap((field): [string, string][] => {
      const colon = field.indexOf(':');
      return colon < 0 ? [] : [[field.slice(0, colon).trim(), field.slice(colon + 1).trim()]];
    });
    custom.set(name, new Map(fields));
  }
  return custom;
}

export function customNumber(custom: Custom, name: string, field: string): number | undefined {
  const value = custom.get(name)?.get(field);
  const n = value === undefined || value === '' ? NaN : Number(value);
  return Number.isFinite(n) ? n : undefined;
}
