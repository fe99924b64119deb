/**
 * What an edition costs by its length: processor time of 100 and of 1,000 re-laid pages, the ratio, and the most memory held.
 * `npm run bench:speed [-- KIND]`
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { reconstruct } from '../core/reconstruct/index.ts';
import { relay } from './relay/relay.ts';
import { storiesOf } from './relay/stories.ts';
import type { Kind } from './relay/style.ts';
import { findShared } from './scorer.ts';
import { sourceOf } from './source.ts';

const shared = findShared();
if (!shared || !existsSync(join(shared, 'corpus/made-pages'))) {
  console.log('bench:speed skipped: no ../shared/corpus here');
  process.exit(0);
}
const kind = (process.argv[2] ?? 'zh-Hans') as Kind;
const stories = storiesOf(join(shared, 'corpus/made-pages'), kind.replace('-woven', ''));
const spent = (since: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
};

function run(pages: number): number {
  const sources = relay(kind, 'alike', pages, stories, pages).pages.map((page, i) =>
    sourceOf(`s${i + 1}`, page.name, page.text),
  );
  const begin = process.cpuUsage();
  let read = 0;
  const { articles } = reconstruct(sources, {
    progress: (done) => {
      if (done === pages) read = spent(begin);
    },
  });
  const all = spent(begin);
  console.log(
    `${kind} ${String(pages).padStart(5)} pages  ${all.toFixed(0).padStart(7)} ms  ${(all / pages).toFixed(1)} ms a page  joining ${(all - read).toFixed(0)} ms  ${articles.length} articles`,
  );
  return all;
}

run(20);
const hundred = run(100);
const thousand = run(1000);
console.log(
  `1,000 pages cost ${(thousand / hundred).toFixed(1)} times 100; at most ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`,
);
