class Temperature {
  #celsius = 0;
  reads = 0;
  get celsius(): number {
    this.reads++;
    return this.#celsius;
  }
  set celsius(value: number) {
    if (value < -273.15) throw new RangeError(`${value} is below absolute zero`);
    this.#celsius = value;
  }
  get fahrenheit(): number {
    return (this.celsius * 9) / 5 + 32;
  }
  set fahrenheit(value: number) {
    this.celsius = ((value - 32) * 5) / 9;
  }
}
const t = new Temperature();
t.celsius = 100;
console.log(t.fahrenheit, t.reads);
t.fahrenheit = 32;
console.log(t.celsius);
t.celsius += 5;
t.celsius++;
console.log(t.celsius, t.reads);
try {
  t.celsius = -300;
} catch (error) {
  console.log(String(error));
}
class Hot extends Temperature {
  override get celsius(): number {
    return super.celsius + 1000;
  }
  override set celsius(value: number) {
    super.celsius = value - 1000;
  }
}
const h = new Hot();
console.log(h.celsius);
h.celsius = 1500;
console.log(h.celsius, h.fahrenheit);
