interface User { name: string; address?: { city?: string; zip?: number | null }; tags?: string[]; greet?: () => string }
const users: (User | null)[] = [{ name: 'A', address: { city: 'X', zip: null }, tags: ['t'], greet: () => 'hi' }, { name: 'B' }, { name: 'C', address: {} }, null];
for (const u of users) {
  console.log(u?.name, u?.address?.city, u?.address?.zip, u?.tags?.[0], u?.tags?.length, u?.greet?.(), u?.address?.city?.toLowerCase().length ?? 'none');
}
let evaluated = 0;
const none: { f(x: number): number } | undefined = users[3] as any;
none?.f(evaluated++);
console.log(evaluated, (none as any)?.a.b.c.d);
const o: any = { f() { return this === o; } };
console.log(o.f?.(), o?.f(), (o?.f)(), o.g?.(), delete o?.f, o.f);
