/** What is wrong with an ALTO file, where, and what was expected. */
import type { Catalogue } from '../../messages/catalogue.ts';

export const altoMessages: Catalogue = {
  'alto.not-xml': {
    en: '{file}:{line}:{column}: this is not well-formed XML: {why}. Expected a complete ALTO file.',
    zh: '{file}:{line}:{column}：不是格式良好的 XML：{why}。需要完整的 ALTO 文件。',
  },
  'alto.cut-off': {
    en: '{file}:{line}:{column}: the file ends too early: <{element}> is never closed. Expected a complete ALTO file.',
    zh: '{file}:{line}:{column}：文件提前结束，<{element}> 没有关闭。需要完整的 ALTO 文件。',
  },
  'alto.not-alto': {
    en: '{file}:{line}:{column}: the root element is <{element}>, expected <alto>.',
    zh: '{file}:{line}:{column}：根元素是 <{element}>，应为 <alto>。',
  },
  'alto.entities': {
    en: '{file}:{line}:{column}: the file declares entities of its own, which are not read. Expected no DTD with entities.',
    zh: '{file}:{line}:{column}：文件自行定义了实体，不予读取。需要不含实体的 DTD。',
  },
  'alto.too-deep': {
    en: '{file}:{line}:{column}: elements are nested more than {limit} deep. Expected an ALTO file.',
    zh: '{file}:{line}:{column}：元素嵌套超过 {limit} 层。需要 ALTO 文件。',
  },
  'alto.no-page': {
    en: '{file}:{line}:{column}: there is no <Page>. Expected one in <Layout>.',
    zh: '{file}:{line}:{column}：没有 <Page>。<Layout> 中应有一个。',
  },
  'alto.many-pages': {
    en: '{file}: there are {n} <Page> elements, expected one.',
    zh: '{file}：有 {n} 个 <Page>，应为一个。',
  },
  'alto.encoding': {
    en: '{file}: the bytes are not {encoding}. Expected the encoding that the XML declaration names.',
    zh: '{file}：字节不是 {encoding} 编码。应为 XML 声明所写的编码。',
  },
  'alto.number': {
    en: '{file}:{line}:{column}: {attribute}="{value}", expected a number.',
    zh: '{file}:{line}:{column}：{attribute}="{value}"，应为数字。',
  },
};
