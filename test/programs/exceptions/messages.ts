// The texts of the most frequent run-time errors.
interface Node { next?: Node; value: number }
const list: Node = { value: 1 };
const nothing = null as unknown as { name: string };
const absent = undefined as unknown as number[];
const tests: (() => unknown)[] = [() => nothing.name, () => absent[0], () => absent.length, () => list.next!.value, () => (list as any).missing(), () => (list as any).value()];
for (const t of tests) {
  try {
    t();
  } catch (e) {
    console.log(String(e));
  }
}
