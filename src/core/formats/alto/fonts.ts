/** The text styles of an ALTO file, by the ids that its words, lines and blocks name. */

export interface AltoFont {
  /** In points. */
  readonly size: number | undefined;
  readonly bold: boolean;
}
export interface PickedFont {
  readonly size: number | undefined;
  readonly bold: boolean | undefined;
}
export interface AltoFonts {
  readonly add: (id: string, font: AltoFont) => void;
  /** The ids that an attribute names: the same list each time. */
  readonly idsIn: (attribute: string | undefined) => readonly string[];
  /** What these ids say together; of a list that `idsIn` gave. */
  readonly pick: (ids: readonly string[]) => PickedFont;
}

const NONE: readonly string[] = [];
const UNSAID: PickedFont = { size: undefined, bold: undefined };

export function altoFonts(): AltoFonts {
  const fonts = new Map<string, AltoFont>();
  const lists = new Map<string, readonly string[]>();
  const picked = new Map<readonly string[], PickedFont>();
  return {
    add(id, font) {
      fonts.set(id, font);
      picked.clear();
    },
    idsIn(attribute) {
      if (attribute === undefined) return NONE;
      let ids = lists.get(attribute);
      if (!ids) lists.set(attribute, (ids = attribute.split(/\s+/u).filter(Boolean)));
      return ids;
    },
    pick(ids) {
      if (ids.length === 0) return UNSAID;
      const known = picked.get(ids);
      if (known) return known;
      const found = ids.flatMap((id) => fonts.get(id) ?? []);
      const font: PickedFont = {
        size: found.find(({ size }) => size !== undefined)?.size,
        bold: found.length ? found.some(({ bold }) => bold) : undefined,
      };
      picked.set(ids, font);
      return font;
    },
  };
}
