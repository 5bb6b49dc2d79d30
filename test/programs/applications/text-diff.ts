function lcs<T>(a: T[], b: T[]): number[][] {
  const t = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--) for (let j = b.length - 1; j >= 0; j--) t[i][j] = a[i] === b[j] ? t[i + 1][j + 1] + 1 : Math.max(t[i + 1][j], t[i][j + 1]);
  return t;
}
type Change = { op: '+' | '-' | ' '; line: string };
function diff(a: string[], b: string[]): Change[] {
  const t = lcs(a, b);
  const out: Change[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      out.push({ op: ' ', line: a[i] });
      i++;
      j++;
    } else if (j >= b.length || (i < a.length && t[i + 1][j] >= t[i][j + 1])) out.push({ op: '-', line: a[i++] });
    else out.push({ op: '+', line: b[j++] });
  }
  return out;
}
const before = ['one', 'two', 'three', 'four', 'five'];
const after = ['zero', 'one', 'three', 'four and a half', 'five', 'six'];
const changes = diff(before, after);
for (const { op, line } of changes) console.log(op + line);
console.log(changes.filter((c) => c.op === ' ').length, lcs([...'AGGTAB'], [...'GXTXAYB'])[0][0]);
