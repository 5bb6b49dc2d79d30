// Own keys come in the order in which the properties were created, whatever order the compiler laid their slots out in.
const show = (label: string, o: object): void => console.log(label, Object.keys(o).join(','), o);

interface Options {
  alpha?: number;
  beta?: string;
  gamma?: boolean;
}
function build(order: number): Options {
  const o: Options = {};
  if (order & 1) o.gamma = true;
  if (order & 2) o.alpha = 1.5;
  o.beta = `b${order}`;
  if (order & 4) o.alpha = 4;
  return o;
}
for (let i = 0; i < 8; i++) {
  const o = build(i);
  show(`${i}`, o);
  console.log(o.alpha, o.beta, o.gamma, 'alpha' in o, 'gamma' in o, (o.alpha ?? 0) + 1);
}

// A deleted property comes back behind the others.
const record: { a?: number; b: string; c?: number[] } = { a: 1, b: 'x', c: [1] };
delete record.a;
show('deleted', record);
record.a = 2;
show('again', record);
delete record.c;
record.c = [3];
show('both', record);
delete record.a;
delete record.c;
show('gone', record);
record.c = [];
record.a = 9;
show('back', record);

// Known names and names of run time in one order.
const mixed: { [name: string]: number | undefined; known?: number } = { first: 1 };
for (const name of ['x', 'known', 'y']) mixed[name] = name.length;
mixed.late = 5;
mixed[7] = 7;
mixed[2] = 2;
show('mixed', mixed);
delete mixed.first;
mixed.first = 10;
delete mixed['x'];
mixed['x'] = 11;
mixed.known = 12;
show('mixed', mixed);
for (const name in mixed) console.log(name, mixed[name]);
console.log(JSON.stringify(mixed), Object.entries(mixed).length);

// Copies follow the source; what is there keeps its place.
const copied = { ...mixed, known: 0, z: 1 };
show('copied', copied);
const over = { z: 0, ...build(5), beta: 'over' };
show('over', over);
const { beta, ...rest } = build(3);
show('rest', rest);
console.log(beta);
const assigned = Object.assign({ gamma: 1 }, build(7), { alpha: 'new' });
show('assigned', assigned);

// An accessor has its place too.
const accessors = { ...build(2), get total() { return 42; }, last: 1 };
show('accessors', accessors);
console.log(accessors.total, 'total' in accessors);
