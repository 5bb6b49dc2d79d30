class Animal {
  speak(): string {
    return '...';
  }
  twice(): string {
    return this.speak() + this.speak();
  }
}
class Dog extends Animal {
  override speak(): string {
    return 'Woof';
  }
}
class Puppy extends Dog {
  override speak(): string {
    return super.speak().toLowerCase();
  }
}
class Cat extends Animal {
  override twice(): string {
    return super.twice() + '!';
  }
}
for (const animal of [new Animal(), new Dog(), new Puppy(), new Cat()]) console.log(animal.speak(), animal.twice());
const speak = (who: { speak(): string }): string => who.speak();
console.log(speak(new Puppy()), speak({ speak: () => 'robot' }));
const key: 'speak' | 'twice' = 'twice' as 'speak' | 'twice';
console.log(new Dog()[key]());
