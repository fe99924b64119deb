/** Formats that can be read: their names, what they carry, and what can be wrong with a file. */
import type { Catalogue } from './catalogue.ts';

const NAMES_AND_LOSSES: Catalogue = {
  'format.cancelled': { en: '{file}: cancelled. Nothing was taken over.', zh: '{file}：已取消，未作任何改动。' },
  'format.unknown': { en: '{file} is of no known kind. Expected {formats}.', zh: '无法识别 {file} 的格式。支持：{formats}。' },
  'format.unbalanced': { en: '{file}: the file holds {expected} characters, {found} were read. Compare the page with the file.', zh: '{file}：文件中有 {expected} 个字符，读入 {found} 个，请与原文件核对。' },
  'format.crashed': { en: '{file}: the {format} reader broke off: {why}. This is a defect of the program; please report it.', zh: '{file}：读取 {format} 时程序出错：{why}。这是程序缺陷，请报告。' },
  'format.undecodable': { en: '{file}: the bytes are not {encoding}, as its byte order mark says.', zh: '{file}：内容与字节序标记所示的 {encoding} 编码不符。' },
  'format.no-such-encoding': { en: '{file}: there is no encoding {encoding}.', zh: '{file}：没有 {encoding} 这种编码。' },
  'format.encoding-unsure': { en: '{file} was read as {encoding}, but that is not certain; it could also be {others}. Look at the text.', zh: '{file} 按 {encoding} 读取，但不能确定，也可能是 {others}，请核对文字。' },
  'format.replaced': { en: '{file}: {n} place(s) are no {encoding} and stand as \ufffd.', zh: '{file}：{n} 处不是 {encoding} 编码，以 \ufffd 代替。' },
  'format.text': { en: 'Plain text', zh: '纯文本' },
  'format.page': { en: 'PAGE XML', zh: 'PAGE XML' },
  'format.alto': { en: 'ALTO XML', zh: 'ALTO XML' },
  'format.hocr': { en: 'hOCR', zh: 'hOCR' },
  'format.tsv': { en: 'Tesseract TSV', zh: 'Tesseract TSV' },
  'carry.text': { en: 'text', zh: '文字' },
  'carry.line-breaks': { en: 'line breaks', zh: '换行' },
  'carry.form-feeds': { en: 'pages at form feeds', zh: '按换页符分版' },
  'carry.lines': { en: 'lines as printed', zh: '原版行' },
  'carry.boxes': { en: 'places of lines and blocks', zh: '行与区块的位置' },
  'carry.roles': { en: 'roles', zh: '角色' },
  'carry.order': { en: 'reading order', zh: '阅读顺序' },
  'carry.articles': { en: 'articles', zh: '稿件' },
  'carry.relations': { en: 'joined and linked regions', zh: '区域的衔接与关联' },
  'carry.confidence': { en: 'confidence', zh: '置信度' },
  'carry.sizes': { en: 'font sizes', zh: '字号' },
  'carry.separators': { en: 'rules', zh: '分隔线' },
  'carry.pictures': { en: 'places of pictures', zh: '图片位置' },
  'carry.markup': { en: 'everything else, kept for writing it again', zh: '其余内容，原样保留以便写回' },
  'lose.alternatives': { en: 'second readings of a line are kept but not shown', zh: '行的其他识别结果保留但不显示' },
  'lose.word-boxes': { en: 'places of single words', zh: '单词位置' },
};

/** Each is said after the file, line and column. */
const PLACED: Catalogue = {
  'xml.not-well-formed': { en: 'this is not well-formed XML: {detail}. Expected a complete file.', zh: '不是格式良好的 XML：{detail}。需要完整的文件。' },
  'xml.cut-off': { en: 'the file ends too early: <{element}> is never closed. Expected a complete file.', zh: '文件提前结束：<{element}> 没有关闭。需要完整的文件。' },
  'xml.entities': { en: 'the file declares entities of its own. Expected no DTD with entities.', zh: '文件自行定义了实体。需要不含实体的 DTD。' },
  'xml.too-deep': { en: 'elements are nested more than {limit} deep. Expected a page.', zh: '元素嵌套超过 {limit} 层。需要正常的版面文件。' },
  'xml.other-root': { en: 'the root element is <{element}>. Expected {expected}.', zh: '根元素是 <{element}>，应为 {expected}。' },
  'xml.bad-number': { en: '{attribute}="{value}". Expected a number.', zh: '{attribute}="{value}" 不是数字。' },
  'xml.bad-point': { en: '"{value}" is no point. Expected x,y.', zh: '“{value}” 不是坐标，应为 x,y。' },
  'xml.encoding': { en: 'the bytes are not {encoding}. Expected the encoding that the XML declaration names.', zh: '字节不是 {encoding} 编码，应为 XML 声明所写的编码。' },
  'xml.no-such-encoding': { en: 'there is no encoding {encoding}. Expected one that the Encoding Standard knows.', zh: '没有 {encoding} 这种编码。' },
  'hocr.bad-bbox': { en: 'the title "{value}" has a bbox that is no box. Expected four numbers.', zh: 'title “{value}” 中的 bbox 不是四个数字。' },
  'hocr.no-page': { en: 'there is no text and no ocr_page. Expected hOCR.', zh: '没有文字，也没有 ocr_page。需要 hOCR。' },
  'tsv.header': { en: 'this is no Tesseract TSV. Expected the header level, page_num, … text.', zh: '不是 Tesseract TSV。首行应为 level、page_num … text。' },
  'tsv.columns': { en: 'the row has {n} columns. Expected {expected}.', zh: '此行有 {n} 列，应为 {expected} 列。' },
  'tsv.number': { en: '{name} is "{value}". Expected a number.', zh: '{name} 的值是 “{value}”，应为数字。' },
  'tsv.no-page': { en: 'there is no row. Expected a page.', zh: '没有数据行。应至少有一页。' },
  'page.no-page': { en: 'there is no <Page>. Expected one in <PcGts>.', zh: '没有 <Page>。<PcGts> 中应有一个。' },
};

export const formatMessages: Catalogue = {
  ...NAMES_AND_LOSSES,
  ...Object.fromEntries(Object.entries(PLACED).map(([code, { en, zh }]) => [code, { en: `{file}:{line}:{column}: ${en}`, zh: `{file}:{line}:{column}：${zh}` }])),
};
