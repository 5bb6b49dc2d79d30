interface Comparable<T> {
  compareTo(other: T): number;
}
interface Named {
  readonly name: string;
}
class Version implements Comparable<Version>, Named {
  private readonly parts: number[];
  constructor(readonly name: string) {
    this.parts = name.split('.').map(Number);
  }
  compareTo(other: Version): number {
    for (let i = 0; i < Math.max(this.parts.length, other.parts.length); i++) {
      const difference = (this.parts[i] ?? 0) - (other.parts[i] ?? 0);
      if (difference !== 0) return difference;
    }
    return 0;
  }
}
function maximum<T extends Comparable<T>>(items: T[]): T {
  return items.reduce((a, b) => (a.compareTo(b) >= 0 ? a : b));
}
const versions = ['1.2.10', '1.10', '1.2.9', '1.9.9.9'].map((s) => new Version(s));
console.log(maximum(versions).name);
console.log(versions.sort((a, b) => a.compareTo(b)).map((v: Named) => v.name));
