enum Direction {
  Up = 'UP',
  Down = 'DOWN',
}
const enum Size {
  Small = 1,
  Large = Small * 10,
  Name = 'size',
}
console.log(Direction.Up, Direction.Down === ('DOWN' as Direction), Object.entries(Direction));
console.log(Size.Small + Size.Large, Size.Name);
enum Mixed {
  A = 'a'.length,
  B = A + 1,
  C = 'c',
}
console.log(Mixed.A, Mixed.B, Mixed.C, Mixed[1]);
const opposite = (d: Direction): Direction => (d === Direction.Up ? Direction.Down : Direction.Up);
console.log(opposite(Direction.Up), opposite(opposite(Direction.Up)));
