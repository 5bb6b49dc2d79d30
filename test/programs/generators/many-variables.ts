// More variables across a yield, and more properties in an object, than one word of a shape's map has bits.
function* many(seed: number): Generator<string> {
  const words = 'a b c d e f g h i j k l m n o p q r s t'.split(' ').map((word) => word + seed);
  const [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t] = words as string[];
  const [n1, n2, n3, n4, n5, n6, n7, n8, n9, n10] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((x) => ({ x: x * seed }));
  const f1 = seed / 2;
  const f2 = seed / 4;
  const f3 = seed / 8;
  yield 'first';
  yield [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t].join('');
  const sum = [n1, n2, n3, n4, n5, n6, n7, n8, n9, n10].reduce((total, each) => total + each!.x, f1 + f2 + f3);
  yield `${sum} ${a} ${t} ${n10!.x}`;
}
const big = {
  p1: 'a', p2: 2, p3: [3], p4: 'd', p5: 5.5, p6: 'f', p7: 7, p8: 'h', p9: 'i', p10: 'j', p11: 'k', p12: 'l', p13: 'm', p14: 'n', p15: 'o', p16: 'p', p17: 'q',
  p18: 18, p19: 'r', p20: 's', p21: 't', p22: 'u', p23: 'v', p24: 'w', p25: 'x', p26: 'y', p27: 'z', p28: 28, p29: { x: 1 }, p30: [30], p31: 'A', p32: 'B',
  p33: { y: 'deep' }, p34: 'C', p35: [1, 'two'], p36: 36,
};
const garbage: string[][] = [];
for (const gens = [many(1), many(2), many(3)]; ; ) {
  const steps = gens.map((each) => each.next());
  for (let i = 0; i < 300; i++) garbage[i % 7] = `${i} ${i * 2}`.split(' ');
  if (steps[0]!.done) break;
  console.log(steps.map(({ value }) => value as string).join(' | '));
}
console.log(JSON.stringify(big), garbage.length);
