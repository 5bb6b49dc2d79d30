const log: string[] = [];
class Resource { constructor(private readonly name: string) { log.push('open ' + name); } use(n: number): number { if (n % 2) throw new RangeError(this.name + n); return n * 10; } close(): void { log.push('close ' + this.name); } }
function using<T>(name: string, f: (r: Resource) => T): T { const r = new Resource(name); try { return f(r); } finally { r.close(); } }
function retry<T>(times: number, f: (attempt: number) => T): T { for (let i = 1; ; i++) { try { return f(i); } catch (e) { if (i === times) throw e; log.push('retry ' + (e as Error).message); } } }
console.log(retry(3, (i) => using('r', (r) => r.use(i))));
try {
  retry(2, () => using('outer', (a) => using('inner', (b) => a.use(2) + b.use(3))));
} catch (e) {
  log.push('gave up ' + (e as Error).message);
}
console.log(log.join('; '));
