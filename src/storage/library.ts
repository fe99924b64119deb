/** The editions of this browser: the list, the bin, and the way in and out of each. */
import { emptyHistory, type Edition, type History } from '../core/index.ts';
import { cardOf, lostCard, publicCard } from './card.ts';
import { keepEdition } from './keeper.ts';
import { lockEdition } from './edition-lock.ts';
import type {
  EditionCard,
  FailureReason,
  HandleShelf,
  Keeper,
  KeeperListener,
  Library,
  MissingEdition,
  OpenedFromLibrary,
} from './port.ts';
import { readCopy } from './mirror.ts';
import { openedFrom, readEdition } from './read-edition.ts';
import { emptyTrail, snapshotRecordAside, journalRecord, type StoredCard } from './records.ts';
import { stepsOf } from './recover.ts';
import { sentinelOf } from './sentinel.ts';
import { storageError, type Store } from './store.ts';
import { within, type Surroundings } from './surroundings.ts';

const DAY = 86_400_000;
const ANSWER_WITHIN = 10_000;
export const BIN_DAYS = 30;

interface Parts {
  readonly store: Store;
  readonly surroundings: Surroundings;
  readonly handles: HandleShelf;
  readonly reason: FailureReason | null;
}

export function makeLibrary({ store, surroundings, handles, reason }: Parts): Library {
  const sentinel = sentinelOf(surroundings.notes);
  const keepers = new Map<string, Promise<Keeper>>();
  let asked = false;
  const note = (id: string, seq: number, edition: Edition): void => {
    if (!store.persistent) return;
    sentinel.note({ id, title: edition.title, seq, at: surroundings.now() });
    if (asked) return;
    asked = true;
    surroundings.askToPersist().catch(() => undefined); // a browser that cannot be asked decides alone
  };

  async function create(edition: Edition, history: History = emptyHistory): Promise<OpenedFromLibrary> {
    const id = surroundings.newId();
    const at = surroundings.now();
    const { transactions, trail } = stepsOf(history);
    const seq = transactions.length;
    const write = async (): Promise<void> =>
      store.commit(id, {
        card: cardOf(id, edition, { seq, at, writer: null }),
        records: transactions.map((transaction, i) => journalRecord(id, i + 1, at, { kind: 'do', transaction })),
        snapshot: await snapshotRecordAside(surroundings.sumAside, id, seq, at, edition, trail),
      });
    try {
      await within(surroundings, ANSWER_WITHIN, write());
    } catch (error) {
      const warning = {
        code: 'storage.not-created',
        params: { reason: `storage.reason.${storageError(error).reason}` },
      };
      const position = { id, seq: seq + 1, broken: true, snapshot: 0, trail: emptyTrail };
      return { edition, history: emptyHistory, warnings: [warning], position };
    }
    note(id, seq, edition);
    return { edition, history, warnings: [], position: { id, seq, broken: false, snapshot: seq, trail } };
  }

  async function open(id: string): Promise<OpenedFromLibrary | null> {
    const expected = sentinel.all().find((entry) => entry.id === id)?.seq;
    const recovered = await readEdition({ store, surroundings }, id, expected);
    return recovered && openedFrom(id, recovered);
  }

  /** One keeper an edition and page: a second one would follow the first. */
  function keep(opened: OpenedFromLibrary, listener: KeeperListener = {}): Promise<Keeper> {
    const { id } = opened.position;
    const before = keepers.get(id);
    const begun = (async () => {
      await (await before)?.close();
      const onKept = (seq: number, edition: Edition): void => note(id, seq, edition);
      return keepEdition({ store, id, surroundings, onKept }, opened, listener);
    })();
    keepers.set(id, begun);
    return begun;
  }

  async function list(): Promise<EditionCard[]> {
    const [cards, ids] = await Promise.all([store.cards(), store.editionIds()]);
    const known = new Set(cards.map((card) => card.id));
    return [
      ...cards
        .filter((card) => card.binnedAt === undefined)
        .map(publicCard)
        .sort((a, b) => b.updatedAt - a.updatedAt),
      ...ids.filter((id) => !known.has(id)).map(lostCard),
    ];
  }

  async function missing(): Promise<MissingEdition[]> {
    const noted = sentinel.all(); // before the store is read: another tab notes what it has stored, never the other way round
    const here = new Set([...(await store.cards()).map((card) => card.id), ...(await store.editionIds())]);
    const found = await Promise.all(
      noted
        .filter((note) => !here.has(note.id))
        .map(async (note) => {
          const copy = await readCopy(surroundings.mirror, note.id);
          return { ...note, copy: copy && { seq: copy.seq, at: copy.at } };
        }),
    );
    // Where the database cannot be looked into, nothing can be said to be missing from it.
    return store.persistent ? found : found.filter(({ copy }) => copy);
  }

  async function restoreCopy(id: string): Promise<OpenedFromLibrary | null> {
    const copy = await readCopy(surroundings.mirror, id);
    if (!copy) return null;
    const opened = await create(copy.edition);
    if (store.persistent && !opened.warnings.length) {
      sentinel.forget(id);
      await dropCopy(surroundings, id);
    }
    return opened;
  }

  /** False while a tab has it open. */
  async function remove(id: string): Promise<boolean> {
    const lock = await lockEdition(store.persistent ? surroundings.locks : null, `pasteup:${id}`, () => undefined);
    try {
      if (!lock.held) return false;
      const at = surroundings.now();
      await store.commit(id, {
        card: (before) => ({ ...(before ?? { ...lostCard(id), writer: null }), binnedAt: at }),
      });
      return true;
    } finally {
      lock.release();
    }
  }

  return {
    persistent: store.persistent,
    reason,
    handles,
    list,
    create,
    open,
    remove,
    missing,
    restoreCopy,
    forget: (id) => {
      if (store.persistent) sentinel.forget(id);
    },
    bin: async () => (await store.cards()).filter((card) => card.binnedAt !== undefined).map(publicCard),
    restore: (id) => store.commit(id, { card: (before) => before && withoutBin(before) }),
    keep,
    close: () => store.drop(),
  };
}

/** A copy too many harms nobody. */
async function dropCopy({ mirror }: Surroundings, id: string): Promise<void> {
  await mirror?.remove(id).catch(() => undefined);
}

const withoutBin = ({ binnedAt: _binnedAt, expiredAt: _expiredAt, ...card }: StoredCard): StoredCard => card;

/**
 * Empties the bin of what has been in it for 30 days. One start of the program marks it, another a day later erases it:
 * a clock that ran ahead for once erases nothing.
 */
export async function emptyBin({ store, surroundings }: Pick<Parts, 'store' | 'surroundings'>): Promise<string[]> {
  const now = surroundings.now();
  const erased: string[] = [];
  for (const { id, binnedAt, expiredAt } of await store.cards()) {
    if (binnedAt === undefined) continue;
    const over = now > binnedAt + BIN_DAYS * DAY;
    if (over && expiredAt !== undefined && now > expiredAt + DAY) {
      await store.erase(id);
      sentinelOf(surroundings.notes).forget(id);
      await dropCopy(surroundings, id);
      erased.push(id);
    } else if (over !== (expiredAt !== undefined)) {
      await store.commit(id, { card: (before) => before && markExpired(before, over ? now : null) });
    }
  }
  return erased;
}

function markExpired({ expiredAt: _expiredAt, ...card }: StoredCard, at: number | null): StoredCard {
  return at === null ? card : { ...card, expiredAt: at };
}
