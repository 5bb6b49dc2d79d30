// await, for await and exports at the top level of an ECMAScript module.
import { change, later, state } from './later.js';
console.log(state);
export const first = await later('first');
change();
console.log(first, state);
for await (const x of [later(1), later(2)]) console.log(x);
const read = (): string => `${first} ${second}`;
try {
  console.log(read());
} catch (error) {
  console.log((error as Error).message);
}
export const second = await later('second');
console.log(read());
if (await later(true)) {
  const { a, b = await later('default') } = await later<{ a: number; b?: string }>({ a: 1 });
  console.log(a, b);
}
process.nextTick(() => console.log('tick'));
await null;
console.log('after a microtask');
await Promise.reject(new Error('caught')).catch((e: Error) => console.log(e.message));
