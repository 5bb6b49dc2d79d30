import { Animal } from './animal.js';
export class Dog extends Animal {
  sound(): string {
    return 'woof';
  }
}
