// One variable that holds numbers, strings, null and undefined in turn.
let v: number | string | null | undefined;
const seen: string[] = [];
const note = (): void => void seen.push(typeof v + ':' + v);
note();
v = 1;
note();
v = v + 0.5;
note();
v = 'text' + v;
note();
v = null;
note();
console.log(seen.join(' '));
const mixed: (number | string | boolean | null)[] = [1, 'a', true, null, 2.5, ''];
let sum = 0;
let text = '';
for (const m of mixed) {
  if (typeof m === 'number') sum += m;
  else text += m;
}
console.log(sum, text);
function orDefault(x: number | undefined, d: number): number {
  return x === undefined ? d : x;
}
console.log(orDefault(undefined, 3), orDefault(0, 3), orDefault(NaN, 3));
