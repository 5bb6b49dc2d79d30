// Members of an enum that a cast makes computed have a reverse mapping.
enum E { A = 'a', B = ('b' as any), C = (1 + 2), D, F = ('x'), G = 'y' as any as number, H = (3 as number) }
console.log(E, E.B, E.D, E.H, (E as any)['b'], (E as any)[E.G]);
console.log(Object.getOwnPropertyDescriptors({ a: 1, b: 'x' }));
