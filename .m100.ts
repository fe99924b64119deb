import { readFileSync } from 'node:fs';
import { readPasteup, runExport, WRITERS, type Edition } from './src/core/index.ts';
const one = readPasteup(readFileSync('/tmp/ex/zh.pasteup.json','utf8'),'x').edition;
const big: any = { ...one, sources: {}, fragments: {}, pages: {}, articles: {} };
for (let i=0;i<50;i++){ const r=(x:string)=>`${x}k${i}`;
 for(const [k,v] of Object.entries(one.sources)) big.sources[r(k)]={...v,id:r(k)};
 for(const [k,v] of Object.entries(one.pages)) big.pages[r(k)]={...v,id:r(k),label:`${i}-${v.label}`,order:`b${String(i).padStart(2,'0')}${v.order}`};
 for(const [k,v] of Object.entries(one.articles)) big.articles[r(k)]={...v,id:r(k),order:`b${String(i).padStart(2,'0')}${v.order}`};
 for(const [k,sh] of Object.entries(one.fragments)) big.fragments[r(k)]=Object.fromEntries(Object.values(sh).map((f:any)=>[r(f.id),{...f,id:r(f.id),sourceId:r(k),placement:f.placement.at==='page'?{...f.placement,page:r(f.placement.page)}:f.placement,...(f.article?{article:{...f.article,id:r(f.article.id)}}:{})}])); }
const c0=process.cpuUsage(); structuredClone(big); const c1=process.cpuUsage(c0); console.log('clone ms',c1.user/1000|0);
for(const w of WRITERS){const a=process.cpuUsage(); const [r]=runExport(big as Edition,{formats:[w.id]}); const b=process.cpuUsage(a); console.log(w.id,(b.user/1000)|0,'ms cpu', 'files' in r! ? r.files.reduce((n,f)=>n+f.content.length,0):r!.refusal);}
