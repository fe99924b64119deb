/** Ids become keys: letters, digits and a few marks, never a name that objects have already. */
export const ID =
  /^(?!(?:__proto__|constructor|prototype|toString|valueOf|hasOwnProperty|isPrototypeOf|propertyIsEnumerable|toLocaleString)$)[\w.:-]{1,120}$/;

export const isId = (text: string): boolean => ID.test(text);
