// refused: TORO1001
function tag(strings: TemplateStringsArray, ...values: unknown[]): string {
  return strings.map((s, i) => `[${s}]` + (i < values.length ? `(${values[i]})` : '')).join('');
}
console.log(tag`a${1}b${'x'}c`, tag``, tag`${null}`, tag`plain`);
const raw = (s: TemplateStringsArray): string => s.raw.join('|') + s.length;
console.log(raw`a\nb`);
