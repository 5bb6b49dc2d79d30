/**
 * Shortest paths (Dijkstra with a binary heap) from one place to all others, over a file of lines `from to distance`.
 *
 * Arguments: graph file, start. Includes: the graph file.
 */
import { readFileSync } from 'node:fs';

interface Edge {
  to: string;
  distance: number;
}

class PriorityQueue<T> {
  readonly #items: { key: number; item: T }[] = [];

  get size(): number {
    return this.#items.length;
  }

  push(key: number, item: T): void {
    const items = this.#items;
    let at = items.length;
    items.push({ key, item });
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (items[parent].key <= items[at].key) break;
      [items[parent], items[at]] = [items[at], items[parent]];
      at = parent;
    }
  }

  pop(): T | undefined {
    const items = this.#items;
    const top = items[0];
    const last = items.pop();
    if (top === undefined || last === undefined) return undefined;
    if (items.length > 0) {
      items[0] = last;
      this.#sink(0);
    }
    return top.item;
  }

  #sink(at: number): void {
    const items = this.#items;
    for (;;) {
      let least = at;
      for (const child of [2 * at + 1, 2 * at + 2]) if (child < items.length && items[child].key < items[least].key) least = child;
      if (least === at) return;
      [items[least], items[at]] = [items[at], items[least]];
      at = least;
    }
  }
}

class Graph {
  private readonly edges = new Map<string, Edge[]>();

  static parse(text: string): Graph {
    const graph = new Graph();
    text.split('\n').forEach((line, index) => {
      if (line.trim() === '' || line.startsWith('#')) return;
      const [from, to, distance] = line.split(' ');
      const km = Number(distance);
      if (to === undefined || !(km >= 0)) throw new Error(`line ${index + 1}: expected 'from to distance', found '${line}'`);
      graph.connect(from, to, km);
      graph.connect(to, from, km);
    });
    return graph;
  }

  connect(from: string, to: string, distance: number): void {
    const edges = this.edges.get(from);
    if (edges) edges.push({ to, distance });
    else this.edges.set(from, [{ to, distance }]);
  }

  shortest(start: string): Map<string, { distance: number; via: string | null }> {
    const reached = new Map<string, { distance: number; via: string | null }>([[start, { distance: 0, via: null }]]);
    const queue = new PriorityQueue<string>();
    const done = new Set<string>();
    queue.push(0, start);
    while (queue.size > 0) {
      const place = queue.pop()!;
      if (done.has(place)) continue;
      done.add(place);
      const soFar = reached.get(place)!.distance;
      for (const { to, distance } of this.edges.get(place) ?? []) {
        const known = reached.get(to)?.distance ?? Infinity;
        if (soFar + distance < known) {
          reached.set(to, { distance: soFar + distance, via: place });
          queue.push(soFar + distance, to);
        }
      }
    }
    return reached;
  }
}

const [file, start] = process.argv.slice(2);
const reached = Graph.parse(readFileSync(file, 'utf8')).shortest(start);
const byDistance = [...reached].sort(([a, x], [b, y]) => x.distance - y.distance || (a < b ? -1 : 1));
for (const [place, { distance }] of byDistance) {
  const path: string[] = [];
  for (let at: string | null = place; at !== null; at = reached.get(at)!.via) path.unshift(at);
  console.log(`${place.padEnd(12)}${String(distance).padStart(6)}  ${path.join(' > ')}`);
}
try {
  Graph.parse('here there\n');
} catch (error) {
  console.log((error as Error).message);
}
