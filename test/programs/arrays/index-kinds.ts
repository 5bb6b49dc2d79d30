// stops: 134
const a: any[] = ['zero', 'one', 'two'];
console.log(a['1' as any], a[1.0], a[-1], a[1.5], a['01' as any], a[2 ** 32]);
a[-1] = 'minus';
a['name' as any] = 'named';
console.log(a, a.length, Object.keys(a));
const i = '2';
console.log(a[i as any], a[+i], a[NaN], a[true as any]);
const sum = [1, 2, 3];
for (const k in sum) console.log(k, typeof k, sum[k]);
