interface Leaf { kind: 'leaf'; symbol: string; weight: number }
interface Branch { kind: 'branch'; left: Tree; right: Tree; weight: number }
type Tree = Leaf | Branch;
function build(text: string): Tree {
  const counts = new Map<string, number>();
  for (const c of text) counts.set(c, (counts.get(c) ?? 0) + 1);
  const forest: Tree[] = [...counts].map(([symbol, weight]) => ({ kind: 'leaf', symbol, weight }));
  const key = (t: Tree): string => (t.kind === 'leaf' ? t.symbol : key(t.left));
  while (forest.length > 1) {
    forest.sort((a, b) => a.weight - b.weight || (key(a) < key(b) ? -1 : 1));
    const [left, right] = forest.splice(0, 2);
    forest.push({ kind: 'branch', left, right, weight: left.weight + right.weight });
  }
  return forest[0];
}
function codes(t: Tree, prefix = '', into: Record<string, string> = {}): Record<string, string> {
  if (t.kind === 'leaf') into[t.symbol] = prefix || '0';
  else {
    codes(t.left, prefix + '0', into);
    codes(t.right, prefix + '1', into);
  }
  return into;
}
function decode(bits: string, t: Tree): string {
  let out = '';
  let at = t;
  for (const b of bits) {
    if (at.kind === 'branch') at = b === '0' ? at.left : at.right;
    if (at.kind === 'leaf') {
      out += at.symbol;
      at = t;
    }
  }
  return out;
}
const text = 'so much words wow many compression';
const tree = build(text);
const table = codes(tree);
const bits = [...text].map((c) => table[c]).join('');
console.log(Object.entries(table).sort(([a], [b]) => (a < b ? -1 : 1)).map(([s, c]) => `${s}=${c}`).join(' '));
console.log(bits.length, text.length * 8, decode(bits, tree) === text, tree.weight);
