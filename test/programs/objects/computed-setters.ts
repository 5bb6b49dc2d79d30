// A write of a computed name calls the setter that a class has for it.
class Celsius {
  #degrees = 1;
  get degrees() {
    return this.#degrees;
  }
  set degrees(value: number) {
    console.log('set', value);
    this.#degrees = value;
  }
  get isWarm() {
    return this.#degrees > 20;
  }
  describe() {
    return `${this.#degrees} degrees`;
  }
}
const body: any = new Celsius();
for (const name of ['degrees', 'other', 'describe', 'isWarm']) {
  try {
    body[name] = 25;
    console.log(name, body[name], Object.keys(body));
  } catch (error) {
    console.log((error as Error).message);
  }
}
class Reading extends Celsius {}
const reading: any = new Reading();
const name = ['degrees'][0]!;
reading[name] = 3;
console.log(reading.describe(), name in reading, 'nothing' in reading);
