// Garbage of every kind, with survivors that must stay intact.
interface Item { id: number; name: string; next: Item | null; data: number[] }
let head: Item | null = null;
let kept = 0;
for (let i = 0; i < 60000; i++) {
  const item: Item = { id: i, name: 'item' + i, next: null, data: [i, i / 2] };
  if (i % 100 === 0) {
    item.next = head;
    head = item;
    kept++;
  }
}
let sum = 0;
let names = 0;
for (let n: Item | null = head; n !== null; n = n.next) {
  sum += n.data[0] + n.data[1];
  if (n.name === 'item' + n.id) names++;
}
console.log(kept, sum, names);
