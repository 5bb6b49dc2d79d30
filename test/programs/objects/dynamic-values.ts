// Values of many kinds through the same dynamic operations.
function t(f: () => unknown) { try { console.log(f()); } catch (e) { console.log('E', (e as Error).message); } }
function make(kind: string): any {
  switch (kind) {
    case 'point': return { x: 1, y: 2 };
    case 'named': return { name: 'n', toString() { return 'N'; } };
    case 'arr': return [1, 2];
    case 'fn': return (x: number) => x * 2;
    case 'cls': return class Foo { v = 1; static s = 2; };
    case 'map': return new Map([['a', 1]]);
    case 'str': return 'text';
    case 'num': return 42;
    case 'nul': return null;
    case 'date': return { getTime: () => 5 };
    default: return undefined;
  }
}
for (const kind of ['point', 'named', 'arr', 'fn', 'cls', 'map', 'str', 'num', 'nul', 'date', 'none']) {
  const v = make(kind);
  console.log(kind, typeof v, v);
  if (typeof v !== "function") t(() => `${v}`.slice(0, 5));
  t(() => v.x);
  t(() => v['length']);
  t(() => Object.keys(v));
  if (typeof v !== "function") t(() => v == 42);
  if (typeof v !== "function") t(() => v + 1 === 43);
  t(() => v?.name);
  t(() => { v.added = kind; delete v.added; return v.added; });
  t(() => 'added' in v);
  t(() => { delete v.added; return v.added; });
  t(() => JSON.stringify(v));
  t(() => new v().v);
  t(() => v(4));
  t(() => [...v]);
  t(() => Object.getPrototypeOf(v) === Object.prototype);
}
