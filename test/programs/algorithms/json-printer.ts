type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
function print(j: Json, indent = ''): string {
  if (j === null || typeof j === 'boolean' || typeof j === 'number') return String(j);
  if (typeof j === 'string') return '"' + [...j].map((c) => (c === '"' || c === '\\' ? '\\' + c : c < ' ' ? '\\u' + c.charCodeAt(0).toString(16).padStart(4, '0') : c)).join('') + '"';
  const inner = indent + '  ';
  const items = Array.isArray(j) ? j.map((x) => print(x, inner)) : Object.entries(j).map(([k, v]) => print(k) + ': ' + print(v, inner));
  const [open, close] = Array.isArray(j) ? '[]' : '{}';
  return items.length === 0 ? open + close : `${open}\n${items.map((i) => inner + i).join(',\n')}\n${indent}${close}`;
}
class Parser {
  private at = 0;
  constructor(private readonly text: string) {}
  value(): Json {
    this.space();
    const c = this.text[this.at];
    if (c === '[') {
      const items: Json[] = [];
      this.list(']', () => items.push(this.value()));
      return items;
    }
    if (c === '{') {
      const o: { [key: string]: Json } = {};
      this.list('}', () => {
        const key = this.value() as string;
        this.expect(':');
        o[key] = this.value();
      });
      return o;
    }
    if (c === '"') {
      let s = '';
      for (this.at++; this.text[this.at] !== '"'; this.at++) {
        if (this.at >= this.text.length) throw new SyntaxError('open string');
        if (this.text[this.at] === '\\') this.at++;
        s += this.text[this.at];
      }
      this.at++;
      return s;
    }
    let word = '';
    while (this.at < this.text.length && !',]} \n:'.includes(this.text[this.at])) word += this.text[this.at++];
    if (word === 'null') return null;
    if (word === 'true' || word === 'false') return word === 'true';
    const n = Number(word);
    if (word === '' || Number.isNaN(n)) throw new SyntaxError(`unexpected '${word}' at ${this.at}`);
    return n;
  }
  private list(close: string, item: () => void): void {
    this.at++;
    this.space();
    if (this.text[this.at] === close) {
      this.at++;
      return;
    }
    for (;;) {
      item();
      this.space();
      if (this.text[this.at] === close) break;
      this.expect(',');
    }
    this.at++;
  }
  private expect(c: string): void {
    this.space();
    if (this.text[this.at++] !== c) throw new SyntaxError(`expected ${c} at ${this.at - 1}`);
  }
  private space(): void {
    while (this.text[this.at] === ' ' || this.text[this.at] === '\n') this.at++;
  }
}
const text = '{"a": [1, 2.5, -3e2, {"b": null}], "s": "q\\"x\\\\", "e": [], "o": {}, "t": true}';
const parsed = new Parser(text).value();
console.log(print(parsed));
console.log(parsed);
for (const bad of ['[1,', '{"a" 1}', 'nope', '"open']) {
  try {
    console.log(new Parser(bad).value());
  } catch (e) {
    console.log(String(e));
  }
}
