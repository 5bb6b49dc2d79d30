export const registry = new Map<string, Animal>();
export abstract class Animal {
  constructor(protected readonly name: string) {
    registry.set(name, this);
  }
  abstract sound(): string;
  speak(): string {
    return `${this.name} says ${this.sound()}`;
  }
}
