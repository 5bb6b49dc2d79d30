const none = ((): any => null)();
console.log(1 + 2 * 3 - 4 / 2 % 3, (1 + 2) * 3, -(2 ** 2), 2 * 3 ** 2, 10 - 2 - 3, 2 ** 2 ** 3);
console.log(1 < 2 === true, (!0 as any) + 1, typeof 1 + 'x', 1 + +'2' + -'3', 5 & 3 | 4 ^ 1, 1 << 2 + 1, ~1 + 1, -1 >>> 28);
console.log(true || false && false, (true || false) && false, none ?? (none || 'x'), none ? 2 : !none ? 4 : 5);
let a = 1, b = 2;
a += b *= 3;
console.log(a, b, a++ + ++b, a-- - --b, - -a, +-a);
