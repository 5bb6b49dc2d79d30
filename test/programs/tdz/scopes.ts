let x = 'outer';
function shadow(): string {
  try {
    const read = (): string => x;
    const early = read();
    let x = 'inner';
    return early + x;
  } catch (e) {
    return (e as Error).message;
  }
}
console.log(shadow(), x);
{
  let x = 1;
  {
    let x = 2;
    x++;
    console.log(x);
  }
  console.log(x);
}
function conditional(flag: boolean): string {
  const f = (): number => y;
  try {
    if (flag) return 'early ' + f();
  } catch (e) {
    return (e as Error).name;
  }
  const y = 10;
  return 'late ' + f();
}
console.log(conditional(true), conditional(false));
