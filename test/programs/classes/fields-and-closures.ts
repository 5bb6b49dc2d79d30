class Emitter {
  private handlers: Record<string, ((v: number) => void)[]> = {};
  readonly log: string[] = [];
  on = (name: string, f: (v: number) => void): this => { (this.handlers[name] ??= []).push(f); return this; };
  emit(name: string, v: number): boolean { const hs = this.handlers[name]; if (!hs) return false; hs.forEach((h) => h(v)); return true; }
  counter = (() => { let n = 0; return { next: () => ++n, reset: () => (n = 0) }; })();
  #double = (v: number): number => v * 2;
  watch(name: string): void { this.on(name, (v) => this.log.push(`${name}:${this.#double(v)}#${this.counter.next()}`)); }
}
const e = new Emitter();
e.watch('a');
e.watch('b');
e.on('a', function (v) { e.log.push('fn ' + v); }).on('b', (v) => e.emit('a', v + 1));
console.log(e.emit('a', 1), e.emit('b', 10), e.emit('c', 5), e.log);
const { on, counter } = e;
on('c', () => counter.reset());
console.log(e.emit('c', 0), counter.next(), new Emitter().counter.next());
