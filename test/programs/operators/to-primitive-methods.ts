// Symbol.toPrimitive decides before valueOf and toString, and what it gives is checked.
class Money {
  constructor(readonly cents: number) {}
  [Symbol.toPrimitive](hint: string): string | number {
    return hint === 'number' ? this.cents : `${hint}:${this.cents}`;
  }
  valueOf(): number {
    return -1;
  }
}

const money = new Money(250);
console.log(+money, money as unknown as number * 2, `${money}`, money + '', money as unknown as number > 100, money == ('default:250' as unknown));
console.log([money, money].join(), String(money), Number(money), ({ 'string:250': 'found' } as Record<string, string>)[money as unknown as string]);

function attempt(make: () => unknown): void {
  try {
    console.log(make());
  } catch (error) {
    console.log((error as Error).name, (error as Error).message);
  }
}
const lying = (value: unknown): number => value as number;
attempt(() => +lying({ [Symbol.toPrimitive]: () => ({}) }));
attempt(() => +lying({ [Symbol.toPrimitive]: null, valueOf: () => 4 }));
attempt(() => +lying({ valueOf: () => ({}), toString: () => '12' }));
attempt(() => +lying({ valueOf: () => ({}), toString: () => ({}) }));
for (const wrong of [5, 'x', true, {}, []]) attempt(() => +lying({ [Symbol.toPrimitive]: wrong }));
attempt(() => lying(new Label(5)) + 1);

class Label {
  constructor(readonly time: number) {}
  toString(): string {
    return `t${this.time}`;
  }
}
