/** Formats that can be read: their names, what they carry, and what can be wrong with a file. */
import type { Catalogue } from './catalogue.ts';

const NAMES_AND_LOSSES: Catalogue = {
  'format.cancelled': { en: '{file}: cancelled. Nothing was taken over.', zh: '{file}：已取消，未作任何改动。' },
  'format.unknown': {
    en: '{file} is of no known kind. Expected {formats}.',
    zh: '无法识别 {file} 的格式。支持：{formats}。',
  },
  'format.unbalanced': {
    en: '{file}: the file holds {expected} {expected, plural, one {character} other {characters}}, {found} {found, plural, one {was} other {were}} read. Compare the page with the file.',
    zh: '{file}：文件中有 {expected} 个字符，读入 {found} 个，请与原文件核对。',
  },
  'format.crashed': {
    en: '{file}: the {format} reader broke off: {why}. This is a defect of the program; please report it.',
    zh: '{file}：读取 {format} 时程序出错：{why}。这是程序缺陷，请报告。',
  },
  'format.undecodable': {
    en: '{file}: the bytes are not {encoding}, as its byte order mark says.',
    zh: '{file}：内容与字节序标记所示的 {encoding} 编码不符。',
  },
  'format.no-such-encoding': {
    en: '{file}: there is no encoding {encoding}.',
    zh: '{file}：没有 {encoding} 这种编码。',
  },
  'format.encoding-unsure': {
    en: '{file} was read as {encoding}, but that is not certain; it could also be {others}. Look at the text.',
    zh: '{file} 按 {encoding} 读取，但不能确定，也可能是 {others}，请核对文字。',
  },
  'format.replaced': {
    en: '{file}: {n} {n, plural, one {place is no {encoding} and stands} other {places are no {encoding} and stand}} as \ufffd.',
    zh: '{file}：{n} 处不是 {encoding} 编码，以 \ufffd 代替。',
  },
  'reader.text': { en: 'Plain text', zh: '纯文本' },
  'reader.page': { en: 'PAGE XML', zh: 'PAGE XML' },
  'reader.alto': { en: 'ALTO XML', zh: 'ALTO XML' },
  'reader.hocr': { en: 'hOCR', zh: 'hOCR' },
  'reader.tsv': { en: 'Tesseract TSV', zh: 'Tesseract TSV' },
  'reader.mets': { en: 'METS with its page files', zh: 'METS 及其版面文件' },
  'reader.abbyy': { en: 'ABBYY FineReader XML', zh: 'ABBYY FineReader XML' },
  'reader.textract': { en: 'Amazon Textract JSON', zh: 'Amazon Textract JSON' },
  'reader.vision': { en: 'Google Vision JSON', zh: 'Google Vision JSON' },
  'reader.image': { en: 'Pictures (JPEG, PNG, WebP, TIFF)', zh: '图片（JPEG、PNG、WebP、TIFF）' },
  'reader.pdf': { en: 'PDF', zh: 'PDF' },
  'reader.markup': { en: 'Other XML or HTML (TEI, …)', zh: '其他 XML 或 HTML（TEI 等）' },
  'alto.no-page': {
    en: '{file}:{line}:{column}: there is no <Page>. Expected one in <Layout>.',
    zh: '{file}:{line}:{column}：没有 <Page>。<Layout> 中应有一个。',
  },
  'page.region-says-more': {
    en: '{file}: {regions, plural, one {region "{id}" has} other {# regions, first "{id}", have}} {n, plural, one {a character} other {# characters}} more in its own text than in its lines. The lines were read.',
    zh: '{file}：{regions} 个区域（首个为“{id}”）自身的文字比各行多 {n} 字。已按各行读入。',
  },
  'textract.no-size': {
    en: '{file} does not say how large its page is; places are in proportion to the default sheet.',
    zh: '{file} 没有页面尺寸；位置按默认版面折算。',
  },
  'vision.page-failed': {
    en: '{file}: page {page} was not read by Google Vision ({why}).',
    zh: '{file}：Google Vision 未能识别第 {page} 页（{why}）。',
  },
  'mets.missing-file': { en: '{file} names {href}, which was not given.', zh: '{file} 引用的 {href} 不在所选文件中。' },
  'mets.no-pages': {
    en: '{file} names {n} {n, plural, one {file, which was not given with it} other {files, none of which was given with it}}. Expected {first} and its kin: choose them together, or as a zip.',
    zh: '{file} 引用了 {n} 个文件，但都没有一并选择。请把 {first} 等文件一起选入，或打成 zip。',
  },
  'image.no-size': {
    en: '{file}: from byte {byte} on this is no picture whose size can be read. Expected JPEG, PNG, WebP or TIFF.',
    zh: '{file}：从第 {byte} 字节起无法读出图片尺寸。需要 JPEG、PNG、WebP 或 TIFF。',
  },
  'image.too-big': {
    en: '{file}: at byte {byte} the picture says it is {width} × {height} pixels. Expected at most a thousand million.',
    zh: '{file}：第 {byte} 字节处声明图片为 {width} × {height} 像素，最多十亿像素。',
  },
  'tiff.no-header': {
    en: '{file}: at byte {byte} there is no TIFF. Expected II or MM, and 42 or 43.',
    zh: '{file}：第 {byte} 字节处不是 TIFF。开头应为 II 或 MM，然后是 42 或 43。',
  },
  'tiff.no-picture': {
    en: '{file}: from byte {byte} on this TIFF names no picture. Expected at least one.',
    zh: '{file}：从第 {byte} 字节起，这份 TIFF 没有图片，至少应有一张。',
  },
  'tiff.cut-off': {
    en: '{file}: this TIFF ends at byte {byte}, but says that it goes on to byte {end}. Expected a complete TIFF.',
    zh: '{file}：这份 TIFF 在第 {byte} 字节结束，但声明到第 {end} 字节为止。需要完整的 TIFF。',
  },
  'tiff.few-strips': {
    en: '{file}: this TIFF tells where {found} of its {expected} strips or tiles are. Expected all of them.',
    zh: '{file}：这份 TIFF 应有 {expected} 个条带或分块，只给出了 {found} 个的位置。',
  },
  'tiff.unknown': {
    en: '{file}: the picture that is described at byte {byte} cannot be drawn: {what} is {found}. Expected {expected}.',
    zh: '{file}：第 {byte} 字节处描述的图片无法显示：{what} 为 {found}，应为 {expected}。',
  },
  'tiff.spoilt': {
    en: '{file}: row {row} of the picture cannot be unpacked; bytes {byte} to {end} are damaged. Expected {packing} data.',
    zh: '{file}：图片第 {row} 行无法解压，第 {byte} 至 {end} 字节已损坏。应为 {packing} 数据。',
  },
  'tiff.page': {
    en: '{file}: there is no picture {page}; this TIFF has {n}.',
    zh: '{file}：没有第 {page} 张图片，这份 TIFF 共 {n} 张。',
  },
  'zip.no-end': {
    en: '{file}: up to byte {byte} there is no end of a zip. Expected a complete zip.',
    zh: '{file}：到第 {byte} 字节没有 zip 结尾。需要完整的 zip。',
  },
  'zip.directory': {
    en: '{file}: at byte {byte} the list of files is damaged. Expected an intact zip.',
    zh: '{file}：第 {byte} 字节处文件目录损坏。需要完好的 zip。',
  },
  'zip.too-many': {
    en: '{file}: at byte {byte} it lists more files than {most}, or is a zip64. Expected a plain zip.',
    zh: '{file}：第 {byte} 字节处列出的文件多于 {most} 个，或为 zip64。需要普通 zip。',
  },
  'zip.slip': {
    en: '{file}: at byte {byte} the path "{entry}" leads out of the zip. Expected paths inside it.',
    zh: '{file}：第 {byte} 字节处的路径 “{entry}” 指向 zip 之外。',
  },
  'zip.twice': {
    en: '{file}: at byte {byte} "{entry}" is there a second time. Expected each file once.',
    zh: '{file}：第 {byte} 字节处 “{entry}” 重复出现。',
  },
  'zip.locked': {
    en: '{file}: at byte {byte} "{entry}" is encrypted. Expected a zip without a password.',
    zh: '{file}：第 {byte} 字节处 “{entry}” 已加密。需要没有密码的 zip。',
  },
  'zip.cut-off': {
    en: '{file}: at byte {byte} "{entry}" is cut off. Expected a complete zip.',
    zh: '{file}：第 {byte} 字节处 “{entry}” 不完整。',
  },
  'zip.too-big': {
    en: '{file}: at byte {byte} "{entry}" unpacks to more than anything of use ({megabytes} MB in all at most).',
    zh: '{file}：第 {byte} 字节处 “{entry}” 解压后过大（总计最多 {megabytes} MB）。',
  },
  'zip.damaged': {
    en: '{file}: at byte {byte} "{entry}" is damaged: its checksum is wrong. Expected an intact zip.',
    zh: '{file}：第 {byte} 字节处 “{entry}” 已损坏，校验和不符。',
  },
  'zip.method': {
    en: '{file}: at byte {byte} "{entry}" is packed by method {method}. Expected stored or deflated.',
    zh: '{file}：第 {byte} 字节处 “{entry}” 使用压缩方法 {method}，需要 store 或 deflate。',
  },

  'pdf.cut-off': {
    en: '{file}: up to byte {byte} there is no end of a PDF. Expected a complete PDF.',
    zh: '{file}：到第 {byte} 字节没有 PDF 结尾。需要完整的 PDF。',
  },
  'pdf.locked': {
    en: '{file}: from byte {byte} on it is encrypted. Expected a PDF that opens without a password.',
    zh: '{file}：从第 {byte} 字节起已加密。需要无需密码的 PDF。',
  },
  'pdf.broken': {
    en: '{file}: from byte {byte} on it cannot be read as PDF: {why}',
    zh: '{file}：从第 {byte} 字节起无法按 PDF 读取：{why}',
  },
  'pdf.page': { en: '{file}: page {page} cannot be read: {why}', zh: '{file}：第 {page} 页无法读取：{why}' },
  'pdf.damaged': {
    en: '{file} is damaged ({why}). What could be read was read; compare it with the page.',
    zh: '{file} 有损坏（{why}）。已读入可读部分，请与原版核对。',
  },
  'pdf.overprinted': {
    en: '{file}: {n} {n, plural, one {character that was printed twice on one spot stands} other {characters that were printed twice on one spot stand}} once.',
    zh: '{file}：{n} 个在同一处重复印刷的字符只保留一次。',
  },
  'pdf.no-text': {
    en: '{file}: {n} {n, plural, one {page holds} other {pages hold}} no text, only pictures.',
    zh: '{file}：{n} 页没有文字，只有图像。',
  },

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
  'carry.bold': { en: 'bold type', zh: '粗体' },
  'carry.sizes': { en: 'font sizes', zh: '字号' },
  'carry.separators': { en: 'rules', zh: '分隔线' },
  'carry.pictures': { en: 'places of pictures', zh: '图片位置' },
  'carry.markup': { en: 'everything else, kept for writing it again', zh: '其余内容，原样保留以便写回' },
  'carry.pages': { en: 'pages', zh: '版面' },
  'carry.continuations': { en: 'articles over several pages', zh: '跨版稿件' },
  'carry.facsimile': { en: 'the picture of the page', zh: '版面图像' },
  'lose.alternatives': { en: 'second readings of a line are kept but not shown', zh: '行的其他识别结果保留但不显示' },
  'lose.image-files': {
    en: 'rights and technical metadata are kept but not shown',
    zh: '权利与技术元数据保留但不显示',
  },
  'lose.annotations': { en: 'notes, links and form fields', zh: '批注、链接与表单' },
  'lose.styles': { en: 'paragraph styles', zh: '段落样式' },
  'lose.page-size': { en: 'the size of the page (the file does not have it)', zh: '页面尺寸（文件中没有）' },
  'lose.text-of-image': { en: 'text in the picture (no OCR)', zh: '图片中的文字（不做识别）' },
  'lose.markup': { en: 'all markup but lines and pages', zh: '除行与版面外的标记' },
  'lose.word-boxes': { en: 'places of single words', zh: '单词位置' },
};

/** Each is said after the file, line and column. */
const PLACED: Catalogue = {
  'xml.not-well-formed': {
    en: 'this is not well-formed XML: {detail}. Expected a complete file.',
    zh: '不是格式良好的 XML：{detail}。需要完整的文件。',
  },
  'xml.cut-off': {
    en: 'the file ends too early: <{element}> is never closed. Expected a complete file.',
    zh: '文件提前结束：<{element}> 没有关闭。需要完整的文件。',
  },
  'xml.entities': {
    en: 'the file declares entities of its own. Expected no DTD with entities.',
    zh: '文件自行定义了实体。需要不含实体的 DTD。',
  },
  'xml.too-deep': {
    en: 'elements are nested more than {limit} deep. Expected a page.',
    zh: '元素嵌套超过 {limit} 层。需要正常的版面文件。',
  },
  'xml.other-root': {
    en: 'the root element is <{element}>. Expected {expected}.',
    zh: '根元素是 <{element}>，应为 {expected}。',
  },
  'xml.bad-number': { en: '{attribute}="{value}". Expected a number.', zh: '{attribute}="{value}" 不是数字。' },
  'xml.bad-point': { en: '"{value}" is no point. Expected x,y.', zh: '“{value}” 不是坐标，应为 x,y。' },
  'xml.encoding': {
    en: 'the bytes are not {encoding}. Expected the encoding that the XML declaration names.',
    zh: '字节不是 {encoding} 编码，应为 XML 声明所写的编码。',
  },
  'xml.no-such-encoding': {
    en: 'there is no encoding {encoding}. Expected one that the Encoding Standard knows.',
    zh: '没有 {encoding} 这种编码。',
  },
  'hocr.bad-bbox': {
    en: 'the title "{value}" has a bbox that is no box. Expected four numbers.',
    zh: 'title “{value}” 中的 bbox 不是四个数字。',
  },
  'hocr.no-page': {
    en: 'there is no text and no ocr_page. Expected hOCR.',
    zh: '没有文字，也没有 ocr_page。需要 hOCR。',
  },
  'tsv.header': {
    en: 'this is no Tesseract TSV. Expected the header level, page_num, … text.',
    zh: '不是 Tesseract TSV。首行应为 level、page_num … text。',
  },
  'tsv.columns': {
    en: 'the row has {n} {n, plural, one {column} other {columns}}. Expected {expected}.',
    zh: '此行有 {n} 列，应为 {expected} 列。',
  },
  'tsv.number': { en: '{name} is "{value}". Expected a number.', zh: '{name} 的值是 “{value}”，应为数字。' },
  'tsv.no-page': { en: 'there is no row. Expected a page.', zh: '没有数据行。应至少有一页。' },
  'abbyy.no-page': {
    en: 'there is no <page>. Expected one in <document>.',
    zh: '没有 <page>。<document> 中应有一个。',
  },
  'json.no-pages': {
    en: 'there is no {expected} with anything in it. Expected the answer of a text detection.',
    zh: '没有 {expected} 或其为空。需要文字识别服务的返回结果。',
  },
  'markup.no-document': {
    en: '<{element}> holds no running text. Expected a document, such as TEI or HTML.',
    zh: '<{element}> 中没有正文。需要 TEI、HTML 之类的文档。',
  },
  'markup.not-open': {
    en: '</{element}> closes what is not open. Expected well-formed XML.',
    zh: '</{element}> 没有对应的开始标签。需要格式良好的 XML。',
  },
  'page.no-page': { en: 'there is no <Page>. Expected one in <PcGts>.', zh: '没有 <Page>。<PcGts> 中应有一个。' },
};

export const formatMessages: Catalogue = {
  ...NAMES_AND_LOSSES,
  ...Object.fromEntries(
    Object.entries(PLACED).map(([code, { en, zh }]) => [
      code,
      { en: `{file}:{line}:{column}: ${en}`, zh: `{file}:{line}:{column}：${zh}` },
    ]),
  ),
};
