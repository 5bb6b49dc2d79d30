// A comparison of the signed number says nothing about the unsigned one made of the same bits.
function f(a: number[], x: number): number | undefined { const i = x | 0; const u = i >>> 0; if (i < a.length) return a[u]; return -1; }
const a = [1, 2, 3];
console.log(f(a, 1), f(a, -1), f(a, process.argv.length - 5000000));
function g(a: number[], x: number): number | undefined { const u = ((x | 0) >>> 0) + 1; const y = u | 0; if (y < a.length) return a[y]; return -1; }
console.log(g(a, 1), g(a, -5), g(a, process.argv.length - 5000000));
