// refused: TORO1001
import greet, { counter, increment, PI as pi, type Shape } from './library.js';
import * as library from './library.js';
import { deep } from './nested/deep.js';

console.log(greet('modules'), pi, counter);
increment();
increment();
console.log(counter, library.counter, library.PI === pi);
const s: Shape = { area: () => pi };
console.log(s.area(), deep(), typeof library.default, Object.keys(library));
