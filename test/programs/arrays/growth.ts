// Appends through many reallocations; elements of several kinds.
const numbers: number[] = [];
for (let i = 0; i < 100000; i++) numbers.push(i * 0.5);
console.log(numbers.length, numbers[99999], numbers.reduce((a, b) => a + b));
const strings: string[] = [];
for (let i = 0; i < 2000; i++) strings[i] = 's' + i;
console.log(strings.length, strings[1999], strings.join('').length);
const objects: { i: number }[] = [];
for (let i = 0; i < 1000; i++) objects.unshift({ i });
console.log(objects[0], objects[999], objects.length);
while (numbers.length > 10) numbers.length = numbers.length >> 1;
console.log(numbers);
const queue: number[] = [1];
let steps = 0;
while (queue.length > 0 && steps < 1000) {
  const x = queue.shift()!;
  steps++;
  if (x < 400) queue.push(x * 2, x * 2 + 1);
}
console.log(steps, queue.length);
