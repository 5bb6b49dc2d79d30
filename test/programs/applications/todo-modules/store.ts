import { Priority, type Task } from './task.js';
export class Store {
  private tasks: Task[] = [];
  private nextId = 0;
  add(title: string, priority: Priority): Task {
    const task: Task = { id: this.nextId++, title, priority, done: false };
    this.tasks.push(task);
    return task;
  }
  find(id: number): Task | undefined {
    return this.tasks.find((task) => task.id === id);
  }
  remove(id: number): boolean {
    const before = this.tasks.length;
    this.tasks = this.tasks.filter((task) => task.id !== id);
    return this.tasks.length < before;
  }
  all(): readonly Task[] {
    return [...this.tasks].sort((a, b) => b.priority - a.priority || a.id - b.id);
  }
  summary(): Record<string, number> {
    const count = (p: (t: Task) => boolean): number => this.tasks.filter(p).length;
    return { open: count((t) => !t.done), done: count((t) => t.done), urgent: count((t) => t.priority === Priority.High) };
  }
}
