class Heap<T> {
  private readonly items: T[] = [];
  constructor(private readonly before: (a: T, b: T) => boolean) {}
  get size(): number { return this.items.length; }
  push(item: T): void {
    let i = this.items.push(item) - 1;
    while (i > 0) {
      const p = (i - 1) >> 1;
      if (!this.before(this.items[i], this.items[p])) break;
      [this.items[i], this.items[p]] = [this.items[p], this.items[i]];
      i = p;
    }
  }
  pop(): T | undefined {
    if (this.items.length === 0) return undefined;
    const top = this.items[0];
    const last = this.items.pop()!;
    if (this.items.length > 0) {
      this.items[0] = last;
      for (let i = 0; ; ) {
        let m = i;
        for (const c of [2 * i + 1, 2 * i + 2]) if (c < this.items.length && this.before(this.items[c], this.items[m])) m = c;
        if (m === i) break;
        [this.items[i], this.items[m]] = [this.items[m], this.items[i]];
        i = m;
      }
    }
    return top;
  }
}
interface Task { name: string; at: number; every?: number; run: (now: number) => void }
class Simulation {
  private readonly queue = new Heap<Task>((a, b) => a.at < b.at || (a.at === b.at && a.name < b.name));
  readonly log: string[] = [];
  add(task: Task): this { this.queue.push(task); return this; }
  runUntil(end: number): number {
    let executed = 0;
    while (this.queue.size > 0) {
      const task = this.queue.pop()!;
      if (task.at > end) break;
      executed++;
      try {
        task.run(task.at);
      } catch (e) {
        this.log.push(`${task.at} ${task.name} failed: ${(e as Error).message}`);
        continue;
      }
      if (task.every !== undefined) this.queue.push({ ...task, at: task.at + task.every });
    }
    return executed;
  }
}
const sim = new Simulation();
let beats = 0;
sim.add({ name: 'beat', at: 0, every: 2.5, run: (now) => { beats++; sim.log.push(`${now} beat ${beats}`); } })
  .add({ name: 'alarm', at: 5, run: (now) => sim.log.push(`${now} alarm`) })
  .add({ name: 'bad', at: 1, every: 1, run: (now) => { if (now > 2) throw new Error('broken'); } })
  .add({ name: 'spawn', at: 3, run: (now) => void sim.add({ name: 'child', at: now + 0.25, run: (n) => sim.log.push(`${n} child`) }) });
console.log(sim.runUntil(11));
console.log(sim.log.join('\n'));
const h = new Heap<number>((a, b) => a < b);
for (const n of [5, 3, 9, 1, 1, 7, -2, 0.5]) h.push(n);
const sorted: number[] = [];
for (let n = h.pop(); n !== undefined; n = h.pop()) sorted.push(n);
console.log(sorted);
