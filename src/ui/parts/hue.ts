/** Articles keep one hue on the sheet, in the outline and in the reading view: classes of hues.css set --hue. */
export const HUES = 12;
export const hueClass = (hue: number): string => `hue-${(((hue % HUES) + HUES) % HUES) + 1}`;
