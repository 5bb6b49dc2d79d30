class Version {
  constructor(readonly major: number, readonly minor = 0) {}
  static parse(s: string): Version { const [a, b] = s.split('.').map(Number); return new Version(a, b); }
  equals(o: Version): boolean { return this.major === o.major && this.minor === o.minor; }
  static compare(a: Version, b: Version): number { return a.major - b.major || a.minor - b.minor; }
  valueOf(): number { return this.major * 1000 + this.minor; }
  toString(): string { return `v${this.major}.${this.minor}`; }
}
const vs = ['1.10', '1.2', '0.9', '2'].map(Version.parse);
console.log(vs.sort(Version.compare).join(' '), vs[0] < vs[1], vs[3] > vs[0], vs[0].equals(Version.parse('0.9')), vs[0] === Version.parse('0.9'));
console.log(Math.max(...vs.map(Number)), `${vs[1]}`, vs[1] + '', +vs[1], new Set(vs.map(String)).size);
