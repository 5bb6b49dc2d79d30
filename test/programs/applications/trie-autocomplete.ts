class TrieNode { readonly children = new Map<string, TrieNode>(); count = 0; }
class Trie {
  readonly #root = new TrieNode();
  #size = 0;
  add(word: string): void {
    let node = this.#root;
    for (const c of word) {
      let next = node.children.get(c);
      if (!next) node.children.set(c, (next = new TrieNode()));
      node = next;
    }
    if (node.count++ === 0) this.#size++;
  }
  get size(): number { return this.#size; }
  #find(prefix: string): TrieNode | undefined {
    let node: TrieNode | undefined = this.#root;
    for (const c of prefix) {
      node = node.children.get(c);
      if (!node) return undefined;
    }
    return node;
  }
  has(word: string): boolean { return (this.#find(word)?.count ?? 0) > 0; }
  complete(prefix: string, limit = Infinity): string[] {
    const out: [string, number][] = [];
    const walk = (node: TrieNode, word: string): void => {
      if (node.count > 0) out.push([word, node.count]);
      for (const [c, child] of node.children) walk(child, word + c);
    };
    const start = this.#find(prefix);
    if (start) walk(start, prefix);
    return out.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, limit).map(([w, n]) => `${w}(${n})`);
  }
}
const t = new Trie();
for (const w of 'to tea ten to teapot i in inn in to tent été étage'.split(' ')) t.add(w);
console.log(t.size, t.has('tea'), t.has('te'), t.has('x'), t.complete('te'), t.complete('t', 2), t.complete('é'), t.complete('zz'), t.complete('').length);
