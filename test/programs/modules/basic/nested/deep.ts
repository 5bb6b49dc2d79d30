import { counter, increment } from '../library.js';
export const deep = (): string => {
  increment();
  return `deep ${counter}`;
};
console.log('deep initialised', counter);
