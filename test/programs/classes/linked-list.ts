class ListNode<T> {
  next: ListNode<T> | null = null;
  constructor(public value: T) {}
}
class LinkedList<T> {
  private head: ListNode<T> | null = null;
  private tail: ListNode<T> | null = null;
  length = 0;
  add(value: T): this {
    const node = new ListNode(value);
    if (this.tail) this.tail.next = node;
    else this.head = node;
    this.tail = node;
    this.length++;
    return this;
  }
  reverse(): void {
    let previous: ListNode<T> | null = null;
    let current = this.head;
    this.tail = current;
    while (current) {
      const next: ListNode<T> | null = current.next;
      current.next = previous;
      previous = current;
      current = next;
    }
    this.head = previous;
  }
  toArray(): T[] {
    const items: T[] = [];
    for (let node = this.head; node !== null; node = node.next) items.push(node.value);
    return items;
  }
}
const list = new LinkedList<number>().add(1).add(2).add(3);
list.reverse();
list.add(0);
console.log(list.toArray(), list.length);
const words = new LinkedList<string>();
for (const w of ['x', 'yy', 'zzz']) words.add(w);
words.reverse();
console.log(words.toArray());
