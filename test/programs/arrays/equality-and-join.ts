console.log([1, 2] + '' === '1,2', [null, undefined, 1].join(), [[1, 2], [3]].join(';'), [].join(), [[]].join(), [1].join('x'));
console.log([NaN].includes(NaN), [NaN].indexOf(NaN), [0].includes(-0), [-0].indexOf(0), ['1'].includes(1 as any), [[1]].includes([1]));
console.log([1, [2, [3]]].toString(), String([true, , 'x']), [1.5, -0, 1e21].join(' '));
const cyclic: any[] = [1];
cyclic.push(cyclic, 2);
console.log(cyclic.join('-'));
const same = (a: number[], b: number[]): boolean => a.length === b.length && a.every((x, i) => Object.is(x, b[i]));
console.log(same([1, NaN], [1, NaN]), same([0], [-0]), same([], []));
