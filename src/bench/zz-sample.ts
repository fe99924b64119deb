import { readFileSync, readdirSync } from 'node:fs';
import { reconstruct } from '/work/wt/engine-text/src/core/reconstruct/index.ts';
import { contractOf } from '/work/wt/engine-text/src/bench/contract.ts';
import { sourceOf } from '/work/wt/engine-text/src/bench/source.ts';
const { score } = await import('/work/shared/tools/score.mjs');
const R='/work/wt/engine-text/';
for (const lang of process.argv.slice(2).filter((w) => !w.startsWith('-'))) {
  const truth = JSON.parse(readFileSync(`${R}e2e/fixtures/sample-${lang}.truth.json`,'utf8'));
  const sources = truth.files.map((f: string, i: number) => sourceOf(`s${i+1}`, f, readFileSync(`${R}public/samples/${lang}/${f}`,'utf8')));
  const p = reconstruct(sources);
  const out = contractOf(p, sources);
  const f = score(out, truth);
  console.log(lang, JSON.stringify(f));
  if (process.argv.includes('-v')) {
    out.articles.forEach((a: any) => { console.log('##', a.id); for (const id of a.fragmentIds) { const fr = out.fragments.find((x: any)=>x.id===id); console.log('   ', fr.sourceId, fr.role.padEnd(9), fr.text.length > 110 ? fr.text.slice(0,60)+' … '+fr.text.slice(-45) : fr.text); } });
    console.log('## none'); for (const fr of out.fragments) if (!fr.articleId) console.log('   ', fr.sourceId, fr.role.padEnd(9), fr.text.slice(0,100));
    console.log(out.continuations.map((c: any)=>JSON.stringify(c)).join('\n'));
    for (const n of p.notes) console.log('note', JSON.stringify(n));
    console.log('TRUTH'); for (const a of truth.articles) { console.log('##', a.id); for (const i of a.reading) { const s = truth.segments[i]; console.log('   ', s.file, s.role, (s.text??'').slice(0,60),'…',(s.text??'').slice(-30)); } }
    console.log(truth.links);
  }
}
