/** The attributes of the tag that is being read. They are cut out of the file when they are asked for, and good until the next tag. */
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

/** An attribute that holds several names, such as IDREFS. */
export const listOf = (value: string | undefined): string[] => value?.split(/\s+/u).filter(Boolean) ?? [];

export const NO_ATTRIBUTES: Attributes = attributesOf({});
