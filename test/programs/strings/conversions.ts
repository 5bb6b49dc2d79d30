// stops: 70
console.log(String(1), String(true), String(null), String(undefined), String([1, [2, 3]]), String({}), String(-0), String(1e21), String(() => 1));
console.log((255).toString(16), (255).toString(2), (-255).toString(36), (0.5).toString(2), (3.75).toString(8), (1e21).toString(36), (NaN).toString(2), (0.1).toString(3));
console.log('' + 0.1 + 1e-7 + 123456789012345680000, `${[]}|${[null]}|${[undefined, 1]}|${{ toString: () => 'T' }}`);
console.log(parseInt('12px'), Number('12px'), +'3' + +'4', '3' + 4, [10, 9, 1].join() + 1);
console.log([1, 'a', null, undefined, [2, [3]], true].toString(), (true).toString(), 'abc'.toString());
