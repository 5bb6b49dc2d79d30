export const later = <T>(value: T): Promise<T> => new Promise((resolve) => setTimeout(() => resolve(value), 1));
export let state = 'before';
export function change(): void {
  state = 'after';
}
