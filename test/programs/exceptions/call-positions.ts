// The place of each kind of call in a trace.
function here(): string {
  const [, , line] = (new Error('x').stack ?? '').split('\n');
  return (line ?? '').slice((line ?? '').lastIndexOf('.ts:') + 4).replace(')', '');
}
const table = { here, delete: here, 'quoted name': here, nested: { deep: [here] } };
const make = () => here;
console.log(here(), (here)(), (here as () => string)(), here!(), table.here());
console.log(table.delete(), table['here'](), table['quoted name'](), table.nested.deep[0]!(), table?.here?.());
console.log(make()(), (() => here())(), (function () { return here(); })(), [1].map(() => here())[0]);
console.log(`${here()}`, ((make(), table.here) satisfies () => string)(), table.here.call(undefined), (true ? here : make)());
console.log(
  here
    (),
  table
    .here(),
);
class Holder {
  #secret = here;
  static make = make;
  reveal(): string { return this.#secret(); }
}
console.log(new Holder().reveal(), Holder.make()());
