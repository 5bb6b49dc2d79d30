class Complex {
  constructor(readonly re: number, readonly im = 0) {}
  plus(o: Complex): Complex { return new Complex(this.re + o.re, this.im + o.im); }
  minus(o: Complex): Complex { return new Complex(this.re - o.re, this.im - o.im); }
  times(o: Complex): Complex { return new Complex(this.re * o.re - this.im * o.im, this.re * o.im + this.im * o.re); }
  get magnitude(): number { return Math.sqrt(this.re * this.re + this.im * this.im); }
}
function fft(x: Complex[]): Complex[] {
  if (x.length === 1) return x;
  const even = fft(x.filter((_, i) => i % 2 === 0));
  const odd = fft(x.filter((_, i) => i % 2 === 1));
  const out = new Array<Complex>(x.length);
  for (let k = 0; k < x.length / 2; k++) {
    const angle = (-2 * Math.PI * k) / x.length;
    const t = new Complex(Math.cos(angle), Math.sin(angle)).times(odd[k]);
    out[k] = even[k].plus(t);
    out[k + x.length / 2] = even[k].minus(t);
  }
  return out;
}
const signal = Array.from({ length: 64 }, (_, i) => new Complex(Math.sin((2 * Math.PI * 5 * i) / 64) + 0.5 * Math.cos((2 * Math.PI * 12 * i) / 64)));
const spectrum = fft(signal);
console.log(spectrum.map((c) => c.magnitude.toFixed(3)).slice(0, 33).join(' '));
const peaks = spectrum.map((c, i) => [i, c.magnitude] as const).filter(([i, m]) => i <= 32 && m > 1).map(([i]) => i);
console.log(peaks, fft([new Complex(1), new Complex(0), new Complex(0), new Complex(0)]));
