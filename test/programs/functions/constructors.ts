// Functions as constructors.
function Point(this: any, x: number, y: number) {
  this.x = x;
  this.y = y;
  this.where = new.target === undefined ? 'called' : 'constructed';
}
function Other(this: any, given?: object) {
  this.own = 1;
  return given;
}
const make: any = Point;
const p = new make(1, 2);
console.log(p.x, p.y, p.where, p instanceof make, p.constructor === Point, p);
const other: any = Other;
const replacement = { replaced: true };
console.log(new other(), new other(replacement) === replacement, new other() instanceof other, new other(replacement) instanceof other);
const makers: any[] = [Point, Other, class C { c = 3; }, () => 1, { m() {} }.m];
for (const maker of makers) {
  try {
    console.log(new maker(7, 8));
  } catch (error) {
    console.log(String(error));
  }
}
