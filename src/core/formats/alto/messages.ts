/** Sentences of the ALTO reader. `{name}` is filled from the message's parameters. */
export const ALTO_MESSAGES = {
  'alto.not-xml': { en: 'this is not well-formed XML: {detail}', zh: '不是格式良好的 XML：{detail}' },
  'alto.cut-off': { en: 'the file ends too early: <{element}> is never closed', zh: '文件提前结束：<{element}> 没有关闭' },
  'alto.not-alto': { en: 'the root element is <{element}>', zh: '根元素是 <{element}>' },
  'alto.entities': { en: 'the file declares entities of its own', zh: '文件自行定义了实体' },
  'alto.too-deep': { en: 'elements are nested more than {limit} deep', zh: '元素嵌套超过 {limit} 层' },
  'alto.no-page': { en: 'there is no <Page>', zh: '没有 <Page>' },
  'alto.many-pages': { en: 'there is a second <Page>', zh: '出现第二个 <Page>' },
  'alto.encoding': { en: 'the bytes are not {encoding}', zh: '字节不是 {encoding} 编码' },
  'alto.bad-number': { en: '{attribute}="{value}" is not a number', zh: '{attribute}="{value}" 不是数字' },
  'alto.expected-xml': { en: 'a complete ALTO file', zh: '完整的 ALTO 文件' },
  'alto.expected-alto': { en: '<alto> as the root', zh: '根元素 <alto>' },
  'alto.expected-no-entities': { en: 'no DTD with entities', zh: '不含实体的 DTD' },
  'alto.expected-page': { en: 'one <Page> in <Layout>', zh: '<Layout> 中的一个 <Page>' },
  'alto.expected-encoding': { en: 'the encoding that the XML declaration names', zh: 'XML 声明所写的编码' },
  'alto.expected-number': { en: 'a number', zh: '数字' },
} as const;
