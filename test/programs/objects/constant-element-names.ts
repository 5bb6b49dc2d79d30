// Constant names in brackets.
const o: any = { a: 1, 'b-c': 2 };
o['d'] = 3; o['a'] += 1; o['b-c']++; o['0'] = 'zero'; o['@@x'] = 1; o['#y'] = 2;
console.log(o, o['a'], o['0'], o['@@x'], o['#y'], o?.['d'], delete o['d'], o);
const f = { m(x: number) { return x + 1; } } as any;
console.log(f['m'](2), f?.['m'](3));
try { f['nope'](1); } catch (e) { console.log((e as Error).message); }
try { (undefined as any)['nope']; } catch (e) { console.log((e as Error).message); }
try { (undefined as any)['nope'] = 1; } catch (e) { console.log((e as Error).message); }
const a: any = [1, 2];
console.log(a['length'], a['push'](5), a['map']((x: number) => x * 2), a['1']);
a['length'] = 1; console.log(a);
