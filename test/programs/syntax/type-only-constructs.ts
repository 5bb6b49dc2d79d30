// Constructs that leave nothing, or only their operand, at run time.
type Point = { readonly x: number; readonly y: number };
type Keys = keyof Point;
type Template = `${Keys}-axis`;
interface Named { name: string }
declare function neverCalled(): void;
const origin = { x: 0, y: 0 } as const;
const config = { mode: 'fast', level: 3 } satisfies { mode: 'fast' | 'slow'; level: number };
const axis: Template = 'x-axis';
const value = <number>(<unknown>5);
const tuple = ['a', 1] as const;
type Part = (typeof tuple)[number];
const part: Part = tuple[1];
abstract class Base<T extends Named = Named> { protected abstract readonly id: number; constructor(protected item: T) {} label(): string { return this.item.name + this.id; } }
class Impl extends Base { protected readonly id = 7; }
function isKey(k: string): k is Keys { return k === 'x' || k === 'y'; }
console.log(origin.x, config.level, config.mode, axis, value + 1, part, new Impl({ name: 'n' }).label(), isKey('x'), isKey('z'));
export type { Point };
export {};
