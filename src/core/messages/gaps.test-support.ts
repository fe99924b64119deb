/** The names of a sentence's gaps, each once, sorted; a sentence that is no ICU message fails here. */
import { IntlMessageFormat } from 'intl-messageformat';

export function gapsOf(sentence: string): readonly string[] {
  const ast = new IntlMessageFormat(sentence, 'en', undefined, { ignoreTag: true }).getAst();
  const names = new Set<string>();
  const walk = (parts: typeof ast): void => {
    for (const part of parts) {
      if ('value' in part && part.type !== 0) names.add(String(part.value));
      if ('options' in part) for (const option of Object.values(part.options)) walk(option.value);
    }
  };
  walk(ast);
  return [...names].sort();
}
