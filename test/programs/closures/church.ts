type Church = (f: (n: number) => number) => (n: number) => number;
const zero: Church = () => (x) => x;
const succ = (n: Church): Church => (f) => (x) => f(n(f)(x));
const plus = (a: Church, b: Church): Church => (f) => (x) => a(f)(b(f)(x));
const times = (a: Church, b: Church): Church => (f) => a(b(f));
const toNumber = (n: Church): number => n((x) => x + 1)(0);
const three = succ(succ(succ(zero)));
const four = succ(three);
console.log(toNumber(plus(three, four)), toNumber(times(three, four)), toNumber(times(times(four, four), four)));
