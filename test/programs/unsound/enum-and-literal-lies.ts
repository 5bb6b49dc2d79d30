enum Level { Low, High }
const l: Level = 77 as Level;
console.log(l, Level[l], l === Level.Low);
type Mode = 'on' | 'off';
const m: Mode = 'other' as string as Mode;
function mode(m: Mode): number {
  switch (m) {
    case 'on': return 1;
    case 'off': return 0;
  }
}
console.log(mode(m), mode('on'), mode(5 as any), mode(undefined as any));
function area(s: { kind: 'a'; n: number } | { kind: 'b'; m: number }): number {
  return s.kind === 'a' ? s.n : s.m;
}
console.log(area({ kind: 'c', m: 'x' } as any), area({} as any), area({ kind: 'a' } as any));
const t: [number, string] = [1] as any;
console.log(t[1], t.length, t[0]);
const b: true = false as any;
console.log(b ? 'true' : 'false');
