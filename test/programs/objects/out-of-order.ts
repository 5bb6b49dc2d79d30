// Properties created in many orders, few and many of them, listed, deleted and created again.
interface Entry { a?: number; b?: string; c?: number; d?: number; e?: number; f?: number }
function make(order: string): Entry & Record<string, unknown> {
  const made: Entry & Record<string, unknown> = {};
  for (const name of order) {
    switch (name) {
      case 'a': made.a = 1; break;
      case 'b': made.b = 'two'; break;
      case 'c': made.c = 3; break;
      case 'd': made.d = 4; break;
      case 'e': made.e = 5; break;
      case 'f': made.f = 6; break;
      default: made[`${name}${name}`] = name;
    }
  }
  return made;
}
for (const order of ['abc', 'cba', 'fedcba', 'xbaz', 'zyxwvutsrqponm', 'zaybxcwdvf']) {
  const made = make(order);
  console.log(made, Object.keys(made).join());
  delete made.a;
  delete made['zz'];
  made.a = 10;
  made['zz'] = 'again';
  console.log(JSON.stringify(made), 'a' in made, made.b, made['xx']);
}
const long = 'abcdefghijklmnopqrstuvwxyz';
const ropes: Record<string, number> = {};
for (let i = 0; i < 30; i++) ropes[long.slice(0, i % 13) + long.slice(i % 7) + i % 11] = i;
console.log(Object.keys(ropes).length, ropes[long + 0], ropes[`${long}${7}`]);
