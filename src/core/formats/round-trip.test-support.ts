/** Opens what was written as a user would, and puts every fragment back on its page in the order that the file gives. */
import type { Edition } from '../model/edition.ts';
import { newEdition } from '../model/new-edition.ts';
import { importArgs } from '../import-pages.ts';
import { call, transact, type Call } from '../transact.ts';
import { readFiles } from './read-files.ts';
import type { WrittenFile } from './writer.ts';
import { bytesOf } from './zip-files.ts';

const done = (edition: Edition, calls: readonly Call[]): Edition => {
  const outcome = transact(edition, calls);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.edition;
};

export async function reopen(files: readonly WrittenFile[]): Promise<Edition> {
  const { reading, failures } = await readFiles(files.map((file) => ({ name: file.path, bytes: bytesOf(file) })));
  if (failures.length) throw new Error(JSON.stringify(failures));
  const empty = newEdition('e1');
  const args = importArgs(empty, [reading]);
  const { title, date, language } = reading.about ?? {};
  const edition = done(empty, [
    call('edition.import', args),
    call('edition.describe', {
      ...(title === undefined ? {} : { title }),
      ...(date === undefined ? {} : { date }),
      ...(language === undefined ? {} : { language }),
    }),
  ]);
  const given = reading.structure;
  if (!given) return edition;
  const calls = given.pages.flatMap(({ source, order }): Call[] => {
    const page = args.pages[source];
    const column = page?.columns[0];
    const ids = order.flatMap((i) => (given.fragments[i]?.placement ? [] : (args.fragments[i]?.id ?? [])));
    return page && column && ids.length
      ? [call('fragment.place', { ids, page: page.id, column: column.id, after: null, span: 1 })]
      : [];
  });
  return calls.length ? done(edition, calls) : edition;
}
