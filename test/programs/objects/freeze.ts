'use strict';
// preventExtensions, seal and freeze, and what throws afterwards.
function attempt(what: string, run: () => void): void {
  try {
    run();
    console.log(what, 'done');
  } catch (e) {
    console.log(what, e instanceof TypeError, (e as Error).message);
  }
}
const config = Object.freeze({ host: 'localhost', port: 8080, ratio: 0.5, nested: { deep: 1 } });
console.log(config, Object.isFrozen(config), Object.isSealed(config), Object.isExtensible(config));
attempt('write', () => { (config as any).port = 1; });
attempt('double', () => { (config as any).ratio = 1.5; });
attempt('add', () => { (config as any).extra = 1; });
attempt('delete', () => { delete (config as any).host; });
attempt('computed', () => { for (const k of ['nested', 'none']) (config as any)[k] = 2; });
attempt('deep', () => { config.nested.deep = 2; });
console.log(config, config.port + 1, config.ratio * 2);

const sealed = Object.seal({ a: 1, b: 'x' } as { a: number; b?: string; c?: number });
attempt('sealed write', () => { sealed.a = 2; });
attempt('sealed add', () => { sealed.c = 2; });
attempt('sealed delete', () => { delete sealed.b; });
console.log(sealed, Object.isFrozen(sealed), Object.isSealed(sealed), Object.isExtensible(sealed));

const closed: { a?: number; b?: number } = Object.preventExtensions({ a: 1 });
attempt('closed write', () => { closed.a = 5; });
attempt('closed add', () => { closed.b = 5; });
attempt('closed delete', () => { delete closed.a; });
console.log(closed, Object.isFrozen(closed), Object.isSealed(closed), Object.isExtensible(closed));
attempt('closed again', () => { closed.a = 5; });

// Arrays: elements, length, and the methods that write them.
const weekdays = Object.freeze(['mo', 'tu', 'we']);
attempt('element', () => { (weekdays as string[])[0] = 'x'; });
attempt('beyond', () => { (weekdays as string[])[3] = 'th'; });
attempt('push', () => { (weekdays as string[]).push('th'); });
attempt('sort', () => { (weekdays as string[]).sort(); });
attempt('length', () => { (weekdays as string[]).length = 0; });
attempt('reverse', () => { (weekdays as string[]).reverse(); });
console.log(weekdays, weekdays.map((d) => d.toUpperCase()), [...weekdays].sort(), weekdays.indexOf('tu'), weekdays.includes('x'));
const numbers = [3, 1, 2];
numbers.push(5);
console.log(numbers.sort(), Object.isFrozen(numbers));
const points: readonly (readonly number[])[] = Object.freeze([Object.freeze([1.5, 2]), Object.freeze([3, 4])]);
attempt('raw element', () => { (points[0] as number[])[1] = 9; });
console.log(points, points[0]![0]! + points[1]![1]!);

// Classes: an object that freezes itself, before and after a subclass's fields.
class Point {
  readonly x: number;
  y: number;
  constructor(x: number, y: number) {
    this.x = x;
    this.y = y;
    if (new.target === Point) Object.freeze(this);
  }
  move(dx: number): void { (this as any).x += dx; }
}
class Movable extends Point {
  moves = 0;
  override move(dx: number): void {
    this.moves++;
    super.move(dx);
  }
}
const fixed = new Point(1, 2);
attempt('fixed', () => fixed.move(1));
const movable = new Movable(1, 2);
attempt('movable', () => movable.move(1));
console.log(fixed, movable, Object.isFrozen(fixed), Object.isFrozen(movable));

class FreezesItself {
  constructor() { Object.freeze(this); }
}
class WithField extends FreezesItself {
  field = 1;
}
attempt('field', () => { new WithField(); });

function deepFreeze<T extends object>(o: T): T {
  for (const name of Object.getOwnPropertyNames(o)) {
    const value: unknown = (o as Record<string, unknown>)[name];
    if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) deepFreeze(value);
  }
  return Object.freeze(o);
}
const tree = deepFreeze({ left: { value: 1 }, right: { value: 2, children: [1, 2] } });
attempt('tree', () => { tree.right.value = 3; });
attempt('leaf', () => { tree.right.children[0] = 3; });
console.log(tree, Object.isFrozen(tree.left));
const fn = Object.freeze((n: number) => n + 1);
attempt('function', () => { (fn as any).added = 1; });
console.log(fn(1), Object.isFrozen(fn), Object.isFrozen(1), Object.isFrozen({}), Object.isFrozen(Object.preventExtensions({})));
console.log(Object.getOwnPropertyNames({ b: 1, a: 2, 1: 0 }), Object.getOwnPropertyNames([7, 8]), Object.getOwnPropertyNames('ab'));
attempt('typed', () => { Object.freeze(new Uint8Array(2)); });
console.log({ ...config, port: 1 }, JSON.stringify(config));
