// refused: TORO1001
// Modules that await while others of the graph run are not supported yet.
import { value } from './value.js';
console.log(value);
