function validate(items: { id: number; name?: string }[]): string[] {
  return items.map((item, i) => {
    try {
      if (!item.name) throw new Error(`item ${i} has no name`);
      return item.name;
    } catch (e) {
      return '<' + (e as Error).message + '>';
    }
  });
}
console.log(validate([{ id: 1, name: 'a' }, { id: 2 }, { id: 3, name: '' }]));
const parse = (s: string): number => {
  const n = Number(s);
  if (Number.isNaN(n)) throw new SyntaxError(s);
  return n;
};
const tryAll = <T>(fs: (() => T)[], fallback: T): T[] => fs.map((f) => { try { return f(); } catch { return fallback; } });
console.log(tryAll([() => parse('1'), () => parse('x'), () => parse('2.5')], -1));
