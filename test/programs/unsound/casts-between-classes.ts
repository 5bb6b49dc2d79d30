class Cat { lives = 9; meow(): string { return 'meow ' + this.lives; } }
class Robot { model = 'R2'; lives = 'none'; meow(): string { return 'beep ' + this.model; } }
const cats: Cat[] = [new Cat(), new Robot() as unknown as Cat, { lives: 1.5, meow: () => 'fake' }, { lives: 3 } as Cat];
for (const c of cats) {
  console.log(c.lives, c.lives + 1, c.lives * 2);
  try {
    console.log(c.meow());
  } catch (e) {
    console.log(String(e));
  }
}
const c = new Robot() as unknown as Cat;
c.lives = 5;
console.log(c, (c as unknown as Robot).lives);
c.lives++;
console.log(c.lives, c instanceof Cat);
const borrowed = Cat.prototype.meow.call({ lives: 'many' } as any);
console.log(borrowed);
