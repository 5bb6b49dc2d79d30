type State = { s: 'idle' } | { s: 'run'; left: number } | { s: 'done'; result: string | Error };
const next = (x: State): State => {
  switch (x.s) {
    case 'idle': return { s: 'run', left: 3 };
    case 'run': return x.left > 0 ? { ...x, left: x.left - 1 } : { s: 'done', result: x.left === 0 ? 'ok' : new Error('negative') };
    case 'done': return x;
  }
};
let st: State = { s: 'idle' };
const trail: string[] = [];
while (st.s !== 'done') { trail.push(st.s === 'run' ? st.s + st.left : st.s); st = next(st); }
console.log(trail, st.result);
const bad = next({ s: 'run', left: -1 });
console.log(bad.s === 'done' && bad.result instanceof Error ? bad.result.message : 'fine');
