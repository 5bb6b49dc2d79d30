const isString = (x: unknown): x is string => true;
const isNumbers = (x: unknown): x is number[] => Array.isArray(x);
function shout(x: unknown): string {
  if (isString(x)) {
    try {
      return x.toUpperCase() + x.length;
    } catch (e) {
      return (e as Error).name;
    }
  }
  return 'no';
}
console.log(shout('a'), shout(1), shout(null), shout({ length: 3, toUpperCase: () => 'fake' }));
const data: unknown = [1, 'x', null];
if (isNumbers(data)) console.log(data.map((n) => n * 2), data[1] + 1, data.reduce((a, b) => a + b));
function assertNumber(x: unknown): asserts x is number {}
let v: unknown = '5';
assertNumber(v);
console.log(v * 2, v + 1, typeof v);
interface Sq { kind: 'sq'; side: number }
interface Ci { kind: 'ci'; r: number }
const isSq = (s: Sq | Ci): s is Sq => s.kind !== 'sq';
const c: Sq | Ci = { kind: 'ci', r: 2 } as Sq | Ci;
console.log(isSq(c) ? c.side : c.r);
