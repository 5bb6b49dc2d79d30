// refused: TORO1002
class Service {
  calls = 0;
  run(n: number): number { this.calls++; return n * 2; }
}
const a = new Service();
const b = new Service();
(b as any).run = (n: number): string => 'own ' + n;
console.log(a.run(2), b.run(2), b.run(3) + 1, a.calls, b.calls);
const { run } = a;
try {
  console.log(run(5));
} catch (e) {
  console.log((e as Error).name);
}
(a as any).calls = '7';
console.log(a.run(1), a.calls);
(Service.prototype as any).run = function (this: Service, n: number) { return 'patched ' + n + this.calls; };
console.log(a.run(4), b.run(4), new Service().run(1));
