import { a, callB } from './a.js';
export function b(): string {
  return 'b' + a();
}
export let early = 'from a(): ' + a();
try {
  early += callB(0);
} catch (e) {
  early += ' ' + String(e);
}
console.log('b initialised');
