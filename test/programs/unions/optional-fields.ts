interface Settings { width?: number; title?: string | null; nested?: { on?: boolean } }
const show = (s: Settings): string => `${s.width ?? 'auto'} ${s.title === undefined ? 'untitled' : s.title === null ? 'cleared' : s.title} ${s.nested?.on ? 'on' : 'off'}`;
for (const s of [{}, { width: 0 }, { title: null }, { title: '', nested: {} }, { width: 1.5, title: 't', nested: { on: true } }, { width: undefined }] as Settings[]) console.log(show(s), Object.keys(s).length);
function merge(a: Settings, b: Settings): Settings { return { ...a, ...b }; }
console.log(merge({ width: 1, title: 'x' }, { width: undefined }), merge({}, { nested: { on: false } }));
let s: Settings = {};
s.width = (s.width ?? 10) + 1;
s.nested ??= {};
s.nested.on = !s.nested.on;
console.log(s);
delete s.width;
console.log(s, s.width);
