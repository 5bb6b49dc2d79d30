class Tree {
  left: Tree | undefined;
  right: Tree | undefined;
  constructor(readonly key: number) {}
  insert(key: number): void {
    if (key === this.key) return;
    if (key < this.key) {
      if (this.left) this.left.insert(key);
      else this.left = new Tree(key);
    } else if (this.right) this.right.insert(key);
    else this.right = new Tree(key);
  }
  visit(f: (key: number) => void): void {
    this.left?.visit(f);
    f(this.key);
    this.right?.visit(f);
  }
  get height(): number {
    return 1 + Math.max(this.left?.height ?? 0, this.right?.height ?? 0);
  }
}
const root = new Tree(500);
let seed = 17;
for (let i = 0; i < 300; i++) {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  root.insert(seed % 1000);
}
const keys: number[] = [];
root.visit((key) => keys.push(key));
console.log(keys.length, keys.slice(0, 10), root.height);
console.log(keys.every((key, i) => i === 0 || keys[i - 1] < key));
