enum Color {
  Red,
  Green = 5,
  Blue,
}
enum Flags {
  None = 0,
  Read = 1 << 0,
  Write = 1 << 1,
  Execute = 1 << 2,
  All = Read | Write | Execute,
}
console.log(Color.Red, Color.Green, Color.Blue, Color[5], Color[6], Color['Red']);
console.log(Flags.All, Flags[7], (Flags.Read | Flags.Write) & ~Flags.Read, Flags[100]);
const c: Color = Color.Blue;
switch (c as Color) {
  case Color.Red:
    console.log('red');
    break;
  case Color.Blue:
    console.log('blue');
    break;
}
console.log(Object.keys(Color), Object.values(Flags).length);
function has(set: Flags, flag: Flags): boolean {
  return (set & flag) !== 0;
}
console.log(has(Flags.All, Flags.Write), has(Flags.Read, Flags.Execute));
