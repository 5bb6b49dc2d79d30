const result = (() => {
  let total = 0;
  for (let i = 1; i <= 10; i++) total += i;
  return total;
})();
console.log(result);
const module = (function () {
  let hidden = 10;
  return { get: () => hidden, set: (n: number) => void (hidden = n) };
})();
module.set(module.get() + 5);
console.log(module.get(), module.set(1));
console.log(((a: number) => (b: number) => a * b)(6)(7));
