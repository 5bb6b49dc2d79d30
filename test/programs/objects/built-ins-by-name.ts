// Built-in objects by computed names.
type Level = 'log' | 'info' | 'warn';
for (const level of ['log', 'info'] as Level[]) console[level]('level', level);
for (const fn of ['abs', 'floor', 'max', 'sqrt', 'nope']) {
  const f = (Math as any)[fn];
  console.log(fn, typeof f, f ? f(-2.5, 3) : f, fn in Math, Object.hasOwn(Math, fn));
}
for (const k of ['isInteger', 'parseInt', 'name', 'length']) console.log(k, typeof (Number as any)[k]);
const conv: any = { Number, String, Boolean };
for (const k of Object.keys(conv)) console.log(k, conv[k]('12'), conv[k].name);
const J: any = JSON;
for (const k of ['parse', 'stringify']) console.log(J[k](k === 'parse' ? '[1]' : { a: 1 }));
for (const k of ['keys', 'values']) console.log((Object as any)[k]({ q: 1 }));
for (const k of ['isArray', 'of']) console.log((Array as any)[k](7));
console.log(Object.keys(Math), Object.keys(JSON).length);
for (const k of ['toString', 'hasOwnProperty']) console.log(k in Math, k in Array, typeof (Math as any)[k]);
