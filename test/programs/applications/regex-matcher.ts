// Rob Pike's matcher, widened by classes and alternatives: backtracking closures.
type Matcher = (text: string, at: number, next: (at: number) => boolean) => boolean;
class Pattern {
  private at = 0;
  private readonly matcher: Matcher;
  constructor(private readonly source: string) {
    this.matcher = this.alternatives();
    if (this.at < source.length) throw new SyntaxError(`unexpected '${source[this.at]}' at ${this.at}`);
  }
  private alternatives(): Matcher {
    const options = [this.sequence()];
    while (this.source[this.at] === '|') {
      this.at++;
      options.push(this.sequence());
    }
    return (text, at, next) => options.some((o) => o(text, at, next));
  }
  private sequence(): Matcher {
    const parts: Matcher[] = [];
    while (this.at < this.source.length && this.source[this.at] !== '|' && this.source[this.at] !== ')') parts.push(this.repeated());
    return parts.reduceRight<Matcher>((rest, part) => (text, at, next) => part(text, at, (a) => rest(text, a, next)), (_text, at, next) => next(at));
  }
  private repeated(): Matcher {
    const one = this.single();
    const c = this.source[this.at];
    if (c !== '*' && c !== '+' && c !== '?') return one;
    this.at++;
    if (c === '?') return (text, at, next) => one(text, at, next) || next(at);
    const many: Matcher = (text, at, next) => one(text, at, (a) => a > at && many(text, a, next)) || next(at);
    return c === '*' ? many : (text, at, next) => one(text, at, (a) => many(text, a, next));
  }
  private single(): Matcher {
    const c = this.source[this.at++];
    if (c === undefined) throw new SyntaxError('unexpected end');
    if (c === '(') {
      const inner = this.alternatives();
      if (this.source[this.at++] !== ')') throw new SyntaxError("')' is missing");
      return inner;
    }
    if (c === '[') {
      const end = this.source.indexOf(']', this.at);
      const set = new Set(this.source.slice(this.at, end));
      this.at = end + 1;
      return (text, at, next) => at < text.length && set.has(text[at]) && next(at + 1);
    }
    if (c === '$') return (text, at, next) => at === text.length && next(at);
    return (text, at, next) => at < text.length && (c === '.' || text[at] === c) && next(at + 1);
  }
  match(text: string): string | null {
    for (let start = 0; start <= text.length; start++) {
      let end = -1;
      if (this.matcher(text, start, (at) => ((end = at), true))) return text.slice(start, end);
    }
    return null;
  }
}
for (const [p, t] of [['ab*c', 'xabbbc'], ['(a|b)+$', 'caabb'], ['[0123456789]+(.[05]+)?', 'pi is 3.50'], ['x?y', 'zy'], ['a.c', 'abd'], ['(ab|a)(c|bcd)', 'abcd'], ['', 'q'], ['(a', 'a'], ['a)', 'a']] as [string, string][]) {
  try {
    console.log(p, t, new Pattern(p).match(t));
  } catch (e) {
    console.log(p, String(e));
  }
}
