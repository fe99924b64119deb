/** Reads what the rescue page (`public/rescue.js`) hands out: editions as they were stored, with their history. */
import { FormatError, readPasteup, writePasteup, type Edition, type History } from '../core/index.ts';
import type { StorageWarning } from './port.ts';
import { recover } from './recover.ts';
import type { JournalRecord, SnapshotRecord } from './records.ts';

export const RESCUE_FORMAT = 'pasteup-rescue';

export interface RescuedEdition {
  readonly edition: Edition;
  readonly history: History;
  readonly warnings: readonly StorageWarning[];
}

type Loose = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): boolean => typeof value === 'string';
const isNumber = (value: unknown): boolean => typeof value === 'number';
const listOf = (value: unknown): Loose[] => (Array.isArray(value) ? value.filter(isRecord) : []);

/** A damaged record may lack anything; one without a number cannot be put in its place. */
const isStep = (r: Loose): boolean => isNumber(r['seq']) && isText(r['edition']);
const isSnapshot = (s: Loose): boolean => isStep(s) && Array.isArray(s['done']) && Array.isArray(s['undone']);

/** Null where it is JSON of another kind. */
export function readRescue(text: string, file: string): RescuedEdition[] | null {
  const json = parse(text);
  if (!isRecord(json) || json['format'] !== RESCUE_FORMAT) return null;
  const editions = listOf(json['editions']).flatMap((stored) => rescue(stored, file) ?? []);
  if (!editions.length) throw new FormatError('file.nothing-to-rescue', { file });
  return editions;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // the reader of saved files says where it is wrong
  }
}

/** What of it is intact, held to what any opened file is held to. The second copy serves where no snapshot does. */
function rescue(stored: Loose, file: string): RescuedEdition | null {
  const card = stored['card'];
  const seq = isRecord(card) && typeof card['seq'] === 'number' ? card['seq'] : null;
  const snapshotsIn = (key: string): SnapshotRecord[] =>
    listOf(stored[key]).filter(isSnapshot) as unknown as SnapshotRecord[];
  const records = listOf(stored['journal']).filter(isStep) as unknown as JournalRecord[];
  const recovered =
    recover({ seq, snapshots: snapshotsIn('snapshots'), records }) ??
    recover({ seq, snapshots: snapshotsIn('copies'), records });
  if (!recovered) return null;
  const { edition, history, warnings } = recovered;
  holdToFormat(edition, file);
  return { edition, history, warnings };
}

function holdToFormat(edition: Edition, file: string): void {
  try {
    readPasteup(writePasteup(edition), file);
  } catch (error) {
    throw error instanceof FormatError ? error : new FormatError('file.nothing-to-rescue', { file });
  }
}
