/**
 * How well the engine rebuilds re-laid pages (see relay/relay.ts): the honest estimate for pages that nobody looked at.
 * `npx tsx src/bench/relaid.ts [KIND] [--manner=alike|varied] [--seeds=FROM-TO] [--each]`
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { storiesOf } from './relay/stories.ts';
import { relay } from './relay/relay.ts';
import type { Kind, Manner } from './relay/style.ts';
import { contractOf } from './contract.ts';
import { findShared, scorerOf, type Figures } from './scorer.ts';
import { sourceOf } from './source.ts';
import { reconstruct } from '../core/reconstruct/index.ts';

const shared = findShared();
if (!shared || !existsSync(join(shared, 'corpus/made-pages'))) {
  console.log('bench:relaid skipped: no ../shared/corpus here');
  process.exit(0);
}
const made = join(shared, 'corpus/made-pages');
const score = await scorerOf(shared);
const args = process.argv.slice(2);
const only = args.find((word) => !word.startsWith('--'));
const value = (name: string, or: string): string =>
  args.find((word) => word.startsWith(`--${name}=`))?.split('=')[1] ?? or;
const [first, last] = value('seeds', '1-20').split('-').map(Number) as [number, number];
const manners = value('manner', 'alike,varied').split(',') as Manner[];
const KINDS: readonly Kind[] = ['zh-Hans', 'zh-Hant', 'en', 'zh-Hans-woven', 'en-woven'];
const NAMES = ['articleF1', 'roles', 'reading', 'text', 'spacing', 'breaks', 'links'] as const;

for (const kind of KINDS.filter((name) => !only || name === only))
  for (const manner of manners) {
    const pool = storiesOf(made, kind.replace('-woven', ''));
    const rows: Figures[] = [];
    let cpu = 0;
    let pages = 0;
    for (let seed = first; seed <= (last || first); seed++) {
      const edition = relay(kind, manner, seed, pool);
      const sources = edition.pages.map((page, i) => sourceOf(`s${i + 1}`, page.name, page.text));
      const before = process.cpuUsage();
      const proposal = reconstruct(sources);
      const spent = process.cpuUsage(before);
      cpu += (spent.user + spent.system) / 1000;
      pages += sources.length;
      const figures = score(contractOf(proposal, sources), edition.truth);
      rows.push(figures);
      if (args.includes('--each')) {
        const bad = Object.entries(figures.articles)
          .filter(([, r]) => r < 0.95)
          .map(([a, r]) => `${a} ${r}`);
        console.log(
          `  ${edition.name.padEnd(26)} ${NAMES.map((n) => `${n.slice(0, 4)} ${(figures[n] as number)?.toFixed(3)}`).join(' ')} lost ${figures['lost']} ${bad.join(', ')}`,
        );
      }
    }
    const cell = (name: string): string => {
      const values = rows.map((row) => row[name]).filter((v): v is number => typeof v === 'number');
      const mean = values.reduce((a, b) => a + b, 0) / values.length;
      const sd = Math.sqrt(values.reduce((a, b) => a + (b - mean) ** 2, 0) / values.length);
      return `${name} ${mean.toFixed(3)} ±${sd.toFixed(3)} (${Math.min(...values).toFixed(2)})`;
    };
    const sum = (name: string): number => rows.reduce((a, row) => a + Number(row[name] ?? 0), 0);
    console.log(
      `${`${kind} ${manner}`.padEnd(22)} ${NAMES.map(cell).join('  ')}  lost ${sum('lost')} twice ${sum('twice')} missing ${sum('missing')}  ${(cpu / pages).toFixed(0)} ms/page`,
    );
  }
