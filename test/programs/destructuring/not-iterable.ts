// What cannot be iterated, and how V8 names it.
const vals: any[] = [undefined, null, 5, {}, true, () => 1];
function t(f: () => void) { try { f(); } catch (e) { console.log((e as Error).message); } }
for (const v of vals) {
  t(() => { for (const x of v) console.log(x); });
  t(() => { const [a] = v; console.log(a); });
  t(() => { let a; [a] = v; console.log(a); });
  t(() => { console.log([...v]); });
  t(() => { console.log(Math.max(...v)); });
  t(() => { console.log(new Map(v)); });
  t(() => { console.log(new Set(v)); });
  t(() => { const f = ([a]: any) => a; f(v); });
  t(() => { for (const [a] of [v]) console.log(a); });
  t(() => { Array.from(v); });
  t(() => { const o = { v }; for (const x of o.v) console.log(x); });
  t(() => { const o = { v }; console.log([...o.v]); });
  t(() => { const o = { v }; const [a] = o.v; console.log(a); });
}
t(() => { const [a] = undefined as any; console.log(a); });
t(() => { const [a] = null as any; console.log(a); });
t(() => { const [a] = 5 as any; console.log(a); });
t(() => { const [a] = {} as any; console.log(a); });
t(() => { for (const a of 5 as any) console.log(a); });
t(() => { for (const a of undefined as any) console.log(a); });
t(() => { console.log([...(5 as any)]); });
t(() => { console.log([...(undefined as any)]); });
t(() => { console.log(...(undefined as any)); });
