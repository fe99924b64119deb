import type { Language } from '../../core/index.ts';

const SCRIPTS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'utf-8': { en: 'Unicode, a little damaged', zh: 'Unicode，略有损坏' },
  'utf-16le': { en: 'Unicode', zh: 'Unicode' },
  'utf-16be': { en: 'Unicode', zh: 'Unicode' },
  gb18030: { en: 'simplified Chinese', zh: '简体中文' },
  big5: { en: 'traditional Chinese', zh: '繁体中文' },
  shift_jis: { en: 'Japanese', zh: '日文' },
  'euc-kr': { en: 'Korean', zh: '韩文' },
  'windows-1250': { en: 'Central European', zh: '中欧' },
  'windows-1251': { en: 'Cyrillic', zh: '西里尔文' },
  'windows-1252': { en: 'Western European', zh: '西欧' },
  'windows-1253': { en: 'Greek', zh: '希腊文' },
  'windows-1254': { en: 'Turkish', zh: '土耳其文' },
  'windows-1255': { en: 'Hebrew', zh: '希伯来文' },
  'windows-1256': { en: 'Arabic', zh: '阿拉伯文' },
  'windows-1257': { en: 'Baltic', zh: '波罗的海' },
  'windows-1258': { en: 'Vietnamese', zh: '越南文' },
  'euc-jp': { en: 'Japanese', zh: '日文' },
  'iso-2022-jp': { en: 'Japanese', zh: '日文' },
  'koi8-r': { en: 'Russian', zh: '俄文' },
  'koi8-u': { en: 'Ukrainian', zh: '乌克兰文' },
  'iso-8859-2': { en: 'Central European', zh: '中欧' },
  'iso-8859-5': { en: 'Cyrillic', zh: '西里尔文' },
  'iso-8859-7': { en: 'Greek', zh: '希腊文' },
  'iso-8859-15': { en: 'Western European, with €', zh: '西欧（含 €）' },
  macintosh: { en: 'Western European, old Macintosh', zh: '西欧（旧 Macintosh）' },
};

/** "GB18030 · simplified Chinese" */
export function encodingTitle(encoding: string, language: Language): string {
  const name = /^(?:gb|utf|big|euc|koi|iso)/u.test(encoding)
    ? encoding.toUpperCase()
    : encoding
        .replace(/^windows/u, 'Windows')
        .replace(/^mac/u, 'Mac')
        .replace('shift_jis', 'Shift_JIS');
  const script = SCRIPTS[encoding]?.[language];
  return script ? `${name} · ${script}` : name;
}
