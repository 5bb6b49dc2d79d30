const edges: [string, string][] = [['a', 'b'], ['b', 'c'], ['c', 'a'], ['d', 'e'], ['e', 'f'], ['g', 'g']];
const graph = new Map<string, Set<string>>();
for (const [x, y] of edges) {
  if (!graph.has(x)) graph.set(x, new Set());
  if (!graph.has(y)) graph.set(y, new Set());
  graph.get(x)!.add(y);
  graph.get(y)!.add(x);
}
const visited = new Set<string>();
const components: string[][] = [];
for (const start of graph.keys()) {
  if (visited.has(start)) continue;
  const component: string[] = [];
  const stack = [start];
  while (stack.length > 0) {
    const node = stack.pop()!;
    if (visited.has(node)) continue;
    visited.add(node);
    component.push(node);
    stack.push(...graph.get(node)!);
  }
  components.push(component.sort());
}
console.log(components, graph);
