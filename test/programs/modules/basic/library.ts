export const PI = 3;
export let counter = 0;
export function increment(): void {
  counter++;
}
export interface Shape {
  area(): number;
}
export default function greet(name: string): string {
  return `Hello ${name}`;
}
console.log('library initialised');
