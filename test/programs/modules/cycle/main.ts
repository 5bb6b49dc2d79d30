import { a, callB } from './a.js';
import { b } from './b.js';
console.log(a(), b(), callB(3));
