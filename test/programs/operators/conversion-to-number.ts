const inputs: any[] = ['', ' ', '12', ' 12 ', '1e3', '0x1f', '0b11', '0o17', '-5', '+5', '--5', '1_000', '.5', '5.', '.', 'Infinity', '-Infinity', 'infinity', 'abc', '12px', '\n7\t', true, false, null, undefined, [], [3], [1, 2], {}, '1e1000', '-0', '0x', '1e', '９'];
for (const v of inputs) console.log(Number(v), +v, Object.is(Number(v), -0));
console.log(Number(), String(), Boolean(), Number.isNaN(Number('x')));
