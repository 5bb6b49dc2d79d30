class Registry {
  static count = 0;
  static readonly names: string[] = [];
  static #secret = 42;
  static {
    Registry.names.push('static block');
  }
  static register(name: string): number {
    this.names.push(name);
    return ++this.count;
  }
  static get last(): string {
    return Registry.names[Registry.names.length - 1];
  }
  static reveal(): number {
    return Registry.#secret++;
  }
}
console.log(Registry.register('a'), Registry.register('b'), Registry.last, Registry.names);
console.log(Registry.reveal(), Registry.reveal());
class Sub extends Registry {
  static override register(name: string): number {
    return super.register('sub ' + name) * 100;
  }
}
console.log(Sub.register('c'), Sub.count, Registry.count, Sub.last);
