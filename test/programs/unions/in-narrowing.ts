interface Fish { swim(): string }
interface Bird { fly(): string; legs?: number }
function move(a: Fish | Bird): string {
  return 'swim' in a ? a.swim() : a.fly();
}
console.log(move({ swim: () => 'splash' }), move({ fly: () => 'flap', legs: 2 }));
const o: Record<string, number | undefined> = { a: 1, b: undefined };
console.log('a' in o, 'b' in o, 'c' in o, 'toString' in o, 0 in [5], 1 in [5], 'length' in [5]);
class K { x = 1; get y(): number { return 2; } z(): void {} }
const k = new K();
console.log('x' in k, 'y' in k, 'z' in k, 'w' in k);
