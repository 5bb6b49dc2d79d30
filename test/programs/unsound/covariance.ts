// An array of numbers seen as an array of more, and written through.
const numbers: number[] = [1, 2.5];
const wider: (number | string)[] = numbers;
wider.push('x');
console.log(numbers, numbers[2] + 1, typeof numbers[2]);
let sum = 0;
for (const n of numbers) sum += n;
console.log(sum);
class Animal { name = 'animal'; }
class Dog extends Animal { bark(): string { return 'woof'; } }
const dogs: Dog[] = [new Dog()];
const animals: Animal[] = dogs;
animals.push(new Animal());
for (const d of dogs) {
  try {
    console.log(d.bark());
  } catch (e) {
    console.log(String(e));
  }
}
const box: { value: number | string } = { value: 1 } as { value: number };
const narrow = box as { value: number };
box.value = 'text';
console.log(narrow.value + 1);
const m: Map<string, number> = new Map();
(m as Map<string, any>).set('k', 'not a number');
console.log(m.get('k')! + 1);
