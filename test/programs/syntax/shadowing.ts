const console2 = console;
function shadow(undefined2: number, Math2 = Math): number { const Math = { max: () => -1 }; return Math.max() + Math2.max(1, undefined2); }
console.log(shadow(5));
const parseInt = (s: string): string => 'mine ' + s;
console2.log(parseInt('5'), Number.parseInt('5'));
class Map<K> { readonly k: K; constructor(k: K) { this.k = k; } }
console.log(new Map('own').k, new Map(1));
let x = 'module';
function f(x: string): string { { let x = 'block'; x += '!'; } return x + ((x: number) => x * 2)(4); }
console.log(f('param'), x);
for (let x = 0; x < 1; x++) { let x = 'body'; console.log(x); }
try { throw 'caught'; } catch (x) { let y = x; console.log(y); }
switch (x) { case 'module': let x2 = x; console.log(x2); }
