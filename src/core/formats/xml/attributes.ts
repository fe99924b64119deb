/** The attributes of the tag that is being read. They are cut out of the text when they are asked for, and good until the next tag. */
export interface Attributes {
  readonly get: (key: string) => string | undefined;
  /** undefined where there is none or a blank one; NaN where it is no number. */
  readonly number: (key: string) => number | undefined;
  readonly entries: () => [key: string, value: string][];
}

export function toNumber(value: string | undefined): number | undefined {
  return value === undefined || value.trim() === '' ? undefined : Number(value);
}

export const attributesOf = (record: Readonly<Record<string, string>>): Attributes => {
  const get = (key: string): string | undefined => (Object.hasOwn(record, key) ? record[key] : undefined);
  return { get, number: (key) => toNumber(get(key)), entries: () => Object.entries(record) };
};

export const NO_ATTRIBUTES: Attributes = attributesOf({});

/** Powers of ten up to the longest fraction that is read here: a double holds each of them, and all their whole multiples below 2^53, exactly. */
const TENS = Array.from({ length: 16 }, (_, i) => 10 ** i);

/** The number between two offsets, as `Number` reads it. */
export function numberBetween(text: string, from: number, to: number): number | undefined {
  if (to - from > 15) return toNumber(text.slice(from, to));
  let digits = 0;
  let point = -1;
  let whole = 0;
  const negative = text.charCodeAt(from) === 45;
  for (let i = negative ? from + 1 : from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) {
      whole = whole * 10 + code - 48;
      digits++;
    } else if (code === 46 && point < 0) point = i;
    else return toNumber(text.slice(from, to));
  }
  if (digits === 0) return toNumber(text.slice(from, to));
  const value = point < 0 ? whole : whole / (TENS[to - point - 1] as number);
  return negative ? -value : value;
}
