type Shape = { kind: 'circle'; r: number } | { kind: 'rect'; w: number; h: number } | { kind: 'group'; items: Shape[] };
function area(s: Shape): number {
  switch (s.kind) {
    case 'circle':
      return 3 * s.r * s.r;
    case 'rect':
      return s.w * s.h;
    case 'group':
      return s.items.reduce((sum, item) => sum + area(item), 0);
  }
}
const picture: Shape = { kind: 'group', items: [{ kind: 'circle', r: 2 }, { kind: 'rect', w: 2, h: 2.5 }, { kind: 'group', items: [] }] };
console.log(area(picture), picture);
type Event = { type: 'key'; code: number } | { type: 'text'; text: string };
const handle = (e: Event): string => (e.type === 'key' ? `key ${e.code + 1}` : `text ${e.text.toUpperCase()}`);
console.log([{ type: 'key', code: 64 } as const, { type: 'text', text: 'hi' } as const].map(handle));
