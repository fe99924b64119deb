import { describe, expect, test } from 'vitest';
import { call, importArgs, newEdition, reconstruct, transact, type Edition, type Proposal } from '../core/index.ts';
import { Editor } from './editor.svelte.ts';
import { Preferences } from './preferences.svelte.ts';
import type { Services } from './services.ts';

const PAPER = [
  '青石镇开通夜间公交',
  '',
  '本报讯（记者林一）青石镇夜间公交昨晚开通，首',
  '班车上坐满了下夜班的工人。夜间公交每半小时一',
  '班，末班车零点发出。',
  '',
  '旧书摊搬进河边凉亭',
  '',
  '本报讯（通讯员周二）旧书摊昨天搬进了河边凉',
  '亭。摊主说，凉亭里不怕雨，旧书也不怕晒。',
].join('\n');

function paper(pages: readonly string[] = [PAPER]): Edition {
  const empty = newEdition('e1');
  const sources = pages.map((text, i) => ({
    name: `page-${i + 1}.txt`,
    mediaType: 'text/plain',
    encoding: 'utf-8',
    sha256: `${i}`.repeat(64),
    text,
    lines: [],
  }));
  const outcome = transact(empty, call('edition.import', importArgs(empty, [{ sources }])));
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.edition;
}

const services = (run: Services['reconstruct']): Services => ({ reconstruct: run }) as Services;
const engine = services((sources) => Promise.resolve(reconstruct(sources)));

async function proposed(edition = paper()): Promise<Editor> {
  const editor = new Editor(new Preferences());
  editor.open(edition);
  await editor.suggestions.run(engine, 'edition');
  return editor;
}

describe('suggestions', () => {
  test('are open until they are taken, all in one step', async () => {
    const editor = await proposed();
    const { suggestions } = editor;
    expect(suggestions.state.at).toBe('ready');
    expect(editor.history.done).toHaveLength(0);
    expect(suggestions.ghost?.ids.size).toBe(Object.values(editor.edition.fragments).flatMap(Object.keys).length);
    suggestions.accept(suggestions.open);
    expect(editor.history.done).toHaveLength(1);
    expect(suggestions.state.at).toBe('closed');
  });

  test('what is less sure than not is left by "accept all", and said', async () => {
    const weak = services((sources) => {
      const proposal = reconstruct(sources);
      const [first, ...others] = proposal.pieces;
      return Promise.resolve(first ? { ...proposal, pieces: [{ ...first, confidence: 0.45 }, ...others] } : proposal);
    });
    const editor = new Editor(new Preferences());
    editor.open(paper());
    await editor.suggestions.run(weak, 'edition');
    editor.suggestions.acceptSure();
    expect(editor.suggestions.open.map(({ confidence }) => confidence)).toEqual([0.45]);
    expect(editor.session.notice?.text).toContain('1 less sure suggestion is left');
  });

  test('the least sure comes first, and the next least sure after it was decided', async () => {
    const editor = await proposed();
    const { suggestions } = editor;
    const sorted = suggestions.open.toSorted((a, b) => a.confidence - b.confidence).map((s) => s.key);
    suggestions.step(1);
    expect(suggestions.focus).toBe(sorted[0]);
    if (suggestions.inHand) suggestions.reject([suggestions.inHand]);
    expect(suggestions.focus).toBe(sorted[1]);
    suggestions.step(1);
    expect(suggestions.focus).toBe(sorted[2]);
    suggestions.step(-1);
    expect(suggestions.focus).toBe(sorted[1]);
  });

  test('one that was chosen in the list is followed by its neighbour', async () => {
    const { suggestions } = await proposed();
    const [first, second] = suggestions.open;
    if (!first || !second) throw new Error('too few');
    suggestions.look(first);
    suggestions.reject([first]);
    expect(suggestions.focus).toBe(second.key);
  });

  test('what is pointed at speaks, and what is in hand speaks again when the pointer leaves', async () => {
    const { suggestions } = await proposed();
    const [a, b] = suggestions.open.filter((s) => s.kind === 'article');
    if (!a || !b) throw new Error('two articles were expected');
    suggestions.look(a);
    expect(suggestions.evidence?.words).toContain('夜间公交');
    suggestions.peek(b);
    expect(suggestions.evidence?.words).toContain('旧书摊');
    expect(suggestions.focus).toBe(a.key);
    suggestions.peek(null);
    expect(suggestions.evidence?.words).toContain('夜间公交');
    const texts = [...(suggestions.shown?.words ?? [])].filter(([, words]) => words.length);
    expect(texts.length).toBeGreaterThanOrEqual(2);
  });

  test('turned down ones stay away when asked again, and come back with the undo', async () => {
    const editor = await proposed();
    const { suggestions } = editor;
    const all = suggestions.open.length;
    suggestions.reject(suggestions.open.slice(0, 2));
    await suggestions.run(engine, 'edition');
    expect(suggestions.open).toHaveLength(all - 2);
    editor.undo();
    expect(suggestions.open).toHaveLength(all);
  });

  test('a page, or what is selected, is asked for alone', async () => {
    const editor = await proposed(paper([PAPER, PAPER.replaceAll('夜间', '清晨')]));
    const { suggestions, session } = editor;
    const all = suggestions.open.length;
    await suggestions.run(engine, 'page');
    expect(new Set(suggestions.proposal?.pieces.map((p) => p.sourceId))).toEqual(new Set(['s1']));
    expect(suggestions.open.length).toBeLessThan(all);
    session.page = 'p2';
    await suggestions.run(engine, 'page');
    expect(new Set(suggestions.proposal?.pieces.map((p) => p.sourceId))).toEqual(new Set(['s2']));
    editor.select(Object.keys(editor.edition.fragments['s2'] ?? {}).slice(0, 1));
    await suggestions.run(engine, 'selection');
    expect(suggestions.open.length).toBeGreaterThan(0);
    expect(suggestions.open.filter((s) => s.kind === 'role')).toHaveLength(1);
  });

  test('a run that is called off leaves nothing, and its answer is not heard', async () => {
    const editor = new Editor(new Preferences());
    editor.open(paper());
    const { suggestions } = editor;
    let answer: (proposal: Proposal) => void = () => undefined;
    const running = suggestions.run(
      services((sources, { signal, progress }) => {
        progress(0, sources.length);
        return new Promise((resolve) => {
          answer = (proposal) => resolve(signal.aborted ? null : proposal);
        });
      }),
      'edition',
    );
    expect(suggestions.state).toMatchObject({ at: 'running', total: 1 });
    expect(suggestions.callOff()).toBe(true);
    answer(reconstruct(Object.values(editor.edition.sources)));
    await running;
    expect(suggestions.state.at).toBe('closed');
    expect(suggestions.open).toEqual([]);
    expect(suggestions.callOff()).toBe(false);
  });

  test('a failure is said and leaves nothing', async () => {
    const editor = new Editor(new Preferences());
    editor.open(paper());
    await editor.suggestions.run(
      services(() => Promise.reject(new Error('out of paper'))),
      'edition',
    );
    expect(editor.suggestions.state.at).toBe('closed');
    expect(editor.session.notice).toMatchObject({ kind: 'error' });
    expect(editor.session.notice?.text).toContain('out of paper');
  });
});

describe('while an edition is on its way', () => {
  test('what is asked for waits, and is forgotten where nothing opens', async () => {
    const editor = new Editor(new Preferences());
    const done: string[] = [];
    await editor.opening.during(() => {
      editor.opening.after(() => done.push('first'));
      expect(editor.opening.isRunning).toBe(true);
      expect(editor.opening.hasWaiting).toBe(true);
      return Promise.resolve();
    });
    expect(done).toEqual([]);
    await editor.opening.during(async () => {
      editor.opening.after(() => done.push('second'));
      await editor.opening.during(() => Promise.resolve(editor.open(paper())));
      expect(done).toEqual([]);
    });
    expect(done).toEqual(['second']);
    expect(editor.opening.hasWaiting).toBe(false);
    expect(editor.opening.isRunning).toBe(false);
  });
});
