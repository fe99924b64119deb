/** What READERS and WRITERS know, without them. Written by src/bench/format-table.ts; a test asks whether it is up to date. */
import type { WriterFace } from './writer.ts';

/** Extensions of files that can be read: lower case, without the dot. */
// prettier-ignore
export const READABLE: readonly string[] = ["xml","alto","page","mets","hocr","html","htm","xhtml","tsv","json","pdf","jpg","jpeg","png","webp","tif","tiff","tei","txt","text"];

/** In the order of WRITERS. */
// prettier-ignore
export const WRITABLE: readonly WriterFace[] = [
  {"id":"pasteup","name":{"code":"writer.pasteup"},"extension":".pasteup.json","mediaType":"application/json","parts":[]},
  {"id":"text","name":{"code":"writer.text"},"extension":".txt","mediaType":"text/plain"},
  {"id":"text-articles","name":{"code":"writer.text-articles"},"extension":".txt","mediaType":"text/plain"},
  {"id":"markdown","name":{"code":"writer.markdown"},"extension":".md","mediaType":"text/markdown"},
  {"id":"html","name":{"code":"writer.html"},"extension":".html","mediaType":"text/html"},
  {"id":"docx","name":{"code":"writer.docx"},"extension":".docx","mediaType":"application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
  {"id":"print","name":{"code":"writer.print"},"extension":".print.html","mediaType":"text/html","parts":["page"]},
  {"id":"csv","name":{"code":"writer.csv"},"extension":".csv","mediaType":"text/csv"},
  {"id":"page","name":{"code":"writer.page"},"extension":".xml","mediaType":"application/vnd.prima.page+xml","parts":["page"]},
  {"id":"alto","name":{"code":"writer.alto"},"extension":".xml","mediaType":"application/alto+xml","parts":["page"]},
  {"id":"mets","name":{"code":"writer.mets"},"extension":".xml","mediaType":"application/mets+xml","parts":["page"]},
  {"id":"hocr","name":{"code":"writer.hocr"},"extension":".hocr","mediaType":"text/vnd.hocr+html","parts":["page"]},
  {"id":"tei","name":{"code":"writer.tei"},"extension":".tei.xml","mediaType":"application/tei+xml"},
  {"id":"ninjs","name":{"code":"writer.ninjs"},"extension":".json","mediaType":"application/json"},
  {"id":"nitf","name":{"code":"writer.nitf"},"extension":".xml","mediaType":"application/nitf+xml"},
];
