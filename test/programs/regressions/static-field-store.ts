// A store into a static field ends what was loaded from it before.
class Counter {
  static value: number = 1953;
}

function square(): void {
  Counter.value = (Counter.value - ((Counter.value * Counter.value) | 0)) as number;
  console.log(Counter.value);
}

square();
