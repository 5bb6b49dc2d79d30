const area = ({ w, h }: { w: number; h: number }): number => w * h;
const sum3 = ([a, b, c]: number[]): number => a + b + (c ?? 0);
console.log(area({ w: 2, h: 3 }), sum3([1, 2, 3]), sum3([1, 2]));
console.log([{ w: 1, h: 1 }, { w: 2, h: 2 }].map(area));
console.log(Object.entries({ a: 1, b: 2 }).map(([k, v]) => `${k}:${v}`).join());
console.log([[1, 'a'], [2, 'b']].reduce((s, [n, t]) => s + n + t, ''));
class Config {
  readonly host: string;
  readonly port: number;
  constructor({ host = 'localhost', port = 80, ...rest }: { host?: string; port?: number; [k: string]: unknown } = {}) {
    this.host = host;
    this.port = port;
    if (Object.keys(rest).length > 0) console.log('unknown', rest);
  }
}
console.log(new Config(), new Config({ port: 8080 }), new Config({ host: 'h', x: 1 }));
