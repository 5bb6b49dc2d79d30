type Nested<T> = T | Nested<T>[];
function flatten<T>(n: Nested<T>): T[] {
  return Array.isArray(n) ? n.flatMap((x) => flatten(x as Nested<T>)) : [n];
}
console.log(flatten<number>([1, [2, [3, [4]], 5]]), flatten<string>('x'), flatten<string>([['a'], [], [['b']]]));
interface TreeNode<T> { value: T; children: TreeNode<T>[] }
const leaf = <T>(value: T): TreeNode<T> => ({ value, children: [] });
const mapTree = <T, U>(t: TreeNode<T>, f: (t: T) => U): TreeNode<U> => ({ value: f(t.value), children: t.children.map((c) => mapTree(c, f)) });
const sumTree = (t: TreeNode<number>): number => t.value + t.children.reduce((s, c) => s + sumTree(c), 0);
const t: TreeNode<string> = { value: 'root', children: [leaf('a'), { value: 'bb', children: [leaf('ccc')] }] };
console.log(sumTree(mapTree(t, (s) => s.length)), mapTree(t, (s) => s.toUpperCase()).children[1].children[0].value);
