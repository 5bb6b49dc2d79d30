function visit(): number {
  return ++visit.count;
}
visit.count = 0;
visit();
visit();
console.log(visit.count, visit.name, typeof visit);
interface Callable {
  (x: number): number;
  label: string;
}
const callable: Callable = Object.assign((x: number) => x + 1, { label: 'increment' });
console.log(callable(1), callable.label);
