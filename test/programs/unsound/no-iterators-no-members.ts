// What [Symbol.iterator] returns decides only at run time whether it can be walked.
function of(given: unknown): Iterable<number> {
  return { [Symbol.iterator]: () => given as Iterator<number> };
}

function attempt(label: string, action: () => void): void {
  try {
    action();
    console.log(label, 'done');
  } catch (error) {
    console.log(label, (error as Error).name, (error as Error).message);
  }
}

let left = 3;
const counting = { next: () => (left > 0 ? { done: false, value: left-- } : { done: true, value: undefined }) };
for (const given of [[1], 'abc', 5, undefined, counting]) {
  attempt(typeof given, () => {
    for (const n of of(given)) console.log(n);
  });
}

class Vault {
  #secret = 7;
  static reveal(vault: Vault): number {
    return vault.#secret;
  }
  static fill(vault: Vault): void {
    vault.#secret = 8;
  }
}
const open: Record<string, number> = {};
open['x'.repeat(2)] = 1;
for (const vault of [new Vault(), open, [1], () => 1]) {
  attempt('read', () => console.log(Vault.reveal(vault as unknown as Vault)));
  attempt('write', () => Vault.fill(vault as unknown as Vault));
}
