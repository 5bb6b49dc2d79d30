type Listener<T> = (event: T) => void;
class Emitter<E extends Record<string, unknown>> {
  private readonly listeners = new Map<keyof E, Listener<any>[]>();
  on<K extends keyof E>(name: K, listener: Listener<E[K]>): () => void {
    const list = this.listeners.get(name) ?? [];
    list.push(listener);
    this.listeners.set(name, list);
    return () => {
      list.splice(list.indexOf(listener), 1);
    };
  }
  emit<K extends keyof E>(name: K, event: E[K]): number {
    const list = [...(this.listeners.get(name) ?? [])];
    list.forEach((l) => l(event));
    return list.length;
  }
}
type Events = { move: { x: number; y: number }; say: string };
const e = new Emitter<Events>();
const log: string[] = [];
const off = e.on('move', ({ x, y }) => log.push(`${x},${y}`));
e.on('move', (m) => void (m.x > 1 && off()));
e.on('say', (s) => log.push(s.toUpperCase()));
console.log(e.emit('move', { x: 1, y: 2 }), e.emit('move', { x: 5, y: 0.5 }), e.emit('move', { x: 9, y: 9 }), e.emit('say', 'hello'));
console.log(log);
