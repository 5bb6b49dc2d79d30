// Two closures over one variable; nested closures over several levels; a parameter captured and assigned.
function outer(p: number): [() => number, (x: number) => void] {
  let q = p;
  function middle(): () => number {
    let r = 100;
    return () => {
      r++;
      return p + q + r;
    };
  }
  const read = middle();
  return [read, (x: number) => { p = x; q += x; }];
}
const [read, write] = outer(1);
console.log(read(), read());
write(10);
console.log(read());
const other = outer(5);
console.log(other[0](), read());
