/**
 * Reads what Pasteup keeps in this browser and hands it out. Shares no code with the program, and changes nothing:
 * it works when the program does not start. The file it writes is read by src/storage/rescue-file.ts.
 */
const DATABASE = 'pasteup';
const NOTE = 'pasteup.edition.';

const SENTENCES = {
  en: {
    language: '中文',
    title: 'Rescue',
    about:
      'What Pasteup keeps in this browser: every edition with its copies and steps. Nothing here is changed. Download it, and open the file in Pasteup.',
    reading: 'Reading…',
    all: 'Download everything',
    one: 'Download',
    missing: 'Editions that should be here and are not',
    back: 'Back to Pasteup',
    none: 'No edition is kept in this browser.',
    found: (n) => `${n} edition(s) found.`,
    failed: (why) => `The browser’s storage cannot be read: ${why}`,
    untitled: 'Untitled',
    facts: ({ pages, characters }) => `${pages} page(s) · ${characters} characters`,
    stored: ({ snapshots, steps, copies }) => `${snapshots} full copies · ${steps} steps · ${copies} second copy`,
    changed: (when) => `Last change ${when}`,
    bin: 'In the bin',
    damaged: ({ snapshots, steps }) =>
      `Damaged: ${snapshots} full copies, ${steps} steps. All of it is in the download.`,
    lastStep: (seq) => `Last step known: ${seq}`,
  },
  zh: {
    language: 'English',
    title: '救援',
    about:
      '这里列出 Pasteup 保存在此浏览器中的全部报纸，包括副本和每一步操作。本页不作任何改动。下载后可在 Pasteup 中打开。',
    reading: '正在读取…',
    all: '全部下载',
    one: '下载',
    missing: '本应在此却不见的报纸',
    back: '返回 Pasteup',
    none: '此浏览器中没有保存报纸。',
    found: (n) => `找到 ${n} 份报纸。`,
    failed: (why) => `无法读取浏览器存储：${why}`,
    untitled: '未命名',
    facts: ({ pages, characters }) => `${pages} 个版面 · ${characters} 字`,
    stored: ({ snapshots, steps, copies }) => `${snapshots} 份完整副本 · ${steps} 步 · ${copies} 份备用副本`,
    changed: (when) => `最后修改 ${when}`,
    bin: '在回收站',
    damaged: ({ snapshots, steps }) => `有损坏：${snapshots} 份副本，${steps} 步。下载内容包含全部数据。`,
    lastStep: (seq) => `已知最后一步：${seq}`,
  },
};

let language = navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
/** What was found; null until it is read. `status` says how that went. */
let found = null;
let status = (say) => say.reading;

const settled = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** Null where there is none. Opening must not make one: the program would find it without its stores. */
function openDatabase() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE);
    let absent = false;
    request.onupgradeneeded = () => {
      absent = true;
      request.transaction.abort();
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = (event) => {
      event.preventDefault();
      if (absent) resolve(null);
      else reject(request.error);
    };
  });
}

/** Record by record, so that one that cannot be read does not hide the others. */
async function readStore(db, name) {
  if (!db.objectStoreNames.contains(name)) return [];
  const keys = await settled(db.transaction(name).objectStore(name).getAllKeys());
  const values = [];
  for (const key of keys) {
    try {
      values.push(await settled(db.transaction(name).objectStore(name).get(key)));
    } catch (error) {
      values.push({ key, unreadable: String(error) });
    }
  }
  return values;
}

async function sumOf(parts) {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(parts.join('\n')));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Without a secure context there is no digest: then nothing is called damaged. */
async function isDamaged(record, parts) {
  if (record.unreadable) return true;
  if (!globalThis.crypto?.subtle) return false;
  try {
    return (await sumOf(parts(record))) !== record.sum;
  } catch {
    return true;
  }
}

const stepParts = (r) => ['step', r.edition, r.seq, r.at, r.step];
const snapshotParts = (s) => ['snapshot', s.edition, s.seq, s.at, s.done.join(','), s.undone.join(','), s.state];

async function countDamaged(records, parts) {
  let n = 0;
  for (const record of records) if (await isDamaged(record, parts)) n++;
  return n;
}

/** Second copies among the origin's private files, by edition; see src/storage/mirror.ts. */
async function readCopies() {
  const copies = new Map();
  try {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('editions');
    for await (const [name, handle] of folder.entries()) {
      const text = await (await handle.getFile()).text();
      try {
        copies.set(name.replace(/\.json$/u, ''), JSON.parse(text));
      } catch {
        copies.set(name.replace(/\.json$/u, ''), { unreadable: text });
      }
    }
  } catch {
    // No such folder, or no private files in this browser.
  }
  return copies;
}

async function readDatabase() {
  const db = await openDatabase();
  if (!db) return { cards: [], snapshots: [], journal: [] };
  try {
    return {
      cards: await readStore(db, 'cards'),
      snapshots: await readStore(db, 'snapshots'),
      journal: await readStore(db, 'journal'),
    };
  } finally {
    db.close();
  }
}

async function editionsOf({ cards, snapshots, journal }, copies) {
  const idOf = (record) => record.edition ?? record.key?.[0];
  const ids = new Set([
    ...cards.map((card) => card.id ?? card.key),
    ...[...snapshots, ...journal].map(idOf),
    ...copies.keys(),
  ]);
  const editions = [...ids].map((id) => ({
    id,
    card: cards.find((card) => card.id === id) ?? null,
    snapshots: snapshots.filter((s) => idOf(s) === id),
    journal: journal.filter((r) => idOf(r) === id),
    copies: copies.has(id) ? [copies.get(id)] : [],
  }));
  for (const edition of editions)
    edition.damaged = {
      snapshots: await countDamaged([...edition.snapshots, ...edition.copies], snapshotParts),
      steps: await countDamaged(edition.journal, stepParts),
    };
  return editions.sort((a, b) => (b.card?.updatedAt ?? 0) - (a.card?.updatedAt ?? 0));
}

/** Notes of what should be here; see src/storage/sentinel.ts. */
function readNotes() {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(NOTE))
      .map((key) => ({ id: key.slice(NOTE.length), text: localStorage.getItem(key) }));
  } catch {
    return [];
  }
}

function noteOf({ id, text }) {
  try {
    const { title, seq } = JSON.parse(text);
    return { id, title, seq };
  } catch {
    return { id, title: '', seq: 0 };
  }
}

const titleInNotes = (id) =>
  readNotes()
    .map(noteOf)
    .find((note) => note.id === id)?.title;

/** In parts: an edition of a thousand pages is longer than a string may be. */
function download(editions, name) {
  const head = `{"format":"pasteup-rescue","version":1,"savedAt":${JSON.stringify(new Date().toISOString())},"notes":${JSON.stringify(readNotes())},"editions":[\n`;
  const parts = editions.flatMap(({ id, card, snapshots, journal, copies }, i) => [
    `${i ? ',\n' : ''}{"id":${JSON.stringify(id)},"card":${JSON.stringify(card)},"copies":${JSON.stringify(copies)},"snapshots":[\n`,
    ...snapshots.map((s, n) => (n ? ',\n' : '') + JSON.stringify(s)),
    '\n],"journal":[\n',
    ...journal.map((r, n) => (n ? ',\n' : '') + JSON.stringify(r)),
    '\n]}',
  ]);
  const url = URL.createObjectURL(new Blob([head, ...parts, '\n]}\n'], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name}.pasteup-rescue.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

function element(tag, text, className = '') {
  const made = document.createElement(tag);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}

function editionItem(edition, say) {
  const { card, snapshots, journal, copies, damaged, id } = edition;
  const item = document.createElement('li');
  const title = card?.title || titleInNotes(id) || `${say.untitled} (${id})`;
  item.append(element('strong', title));
  const facts = card ? [say.facts({ pages: card.pages, characters: card.characters.toLocaleString() })] : [];
  facts.push(say.stored({ snapshots: snapshots.length, steps: journal.length, copies: copies.length }));
  item.append(element('p', facts.join(' · ')));
  const when = card
    ? [say.changed(new Date(card.updatedAt).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB'))]
    : [];
  if (card?.binnedAt !== undefined) when.push(say.bin);
  if (when.length) item.append(element('p', when.join(' · ')));
  if (damaged.snapshots || damaged.steps) item.append(element('p', say.damaged(damaged), 'bad'));
  const button = element('button', say.one);
  button.type = 'button';
  button.setAttribute('aria-label', `${say.one}: ${title}`);
  button.addEventListener('click', () => download([edition], `pasteup-${id}`));
  item.append(button);
  return item;
}

function missingItem({ title, seq, id }, say) {
  const item = document.createElement('li');
  item.append(element('strong', title || `${say.untitled} (${id})`), element('p', say.lastStep(seq)));
  return item;
}

function show() {
  const say = SENTENCES[language];
  document.documentElement.lang = language;
  for (const node of document.querySelectorAll('[data-say]')) node.textContent = say[node.dataset.say];
  const other = document.getElementById('language');
  other.textContent = say.language;
  other.lang = language === 'zh' ? 'en' : 'zh';
  document.getElementById('status').textContent = status(say);
  if (!found) return;
  document.getElementById('all').hidden = !found.editions.length;
  document.getElementById('editions').replaceChildren(...found.editions.map((edition) => editionItem(edition, say)));
  const missing = document.getElementById('missing');
  missing.hidden = !found.missing.length;
  missing.querySelector('ul').replaceChildren(...found.missing.map((note) => missingItem(note, say)));
}

document.getElementById('language').addEventListener('click', () => {
  language = language === 'zh' ? 'en' : 'zh';
  show();
});
document.getElementById('all').addEventListener('click', () => download(found.editions, 'pasteup'));

show();
const copies = await readCopies();
let failure = null;
let stored = { cards: [], snapshots: [], journal: [] };
try {
  stored = await readDatabase();
} catch (error) {
  failure = String(error);
}
const editions = await editionsOf(stored, copies);
status = (say) => (failure ? say.failed(failure) : editions.length ? say.found(editions.length) : say.none);
const here = new Set(editions.map((edition) => edition.id));
found = {
  editions,
  missing: readNotes()
    .map(noteOf)
    .filter((note) => !here.has(note.id)),
};
show();
