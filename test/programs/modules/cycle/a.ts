import { b, early } from './b.js';
export function a(): string {
  return 'a';
}
export const callB = (n: number): string => (n === 0 ? early : a() + b() + callB(n - 1));
console.log('a initialised, early is', early);
