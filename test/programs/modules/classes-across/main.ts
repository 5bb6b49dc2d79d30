import { Animal, registry } from './animal.js';
import { Dog } from './dog.js';
class Puppy extends Dog {
  override sound(): string {
    return super.sound() + '!';
  }
}
const all: Animal[] = [new Dog('Rex'), new Puppy('Bit')];
for (const a of all) console.log(a.speak(), a instanceof Dog);
console.log(registry.size, [...registry.keys()]);
