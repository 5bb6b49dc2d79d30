class Model {
  static created = 0;
  static create(this: new (n: number) => Model, n: number): Model { Model.created++; return new this(n); }
  static kind(): string { return 'model'; }
  static describe(): string { return this.kind() + ' ' + this.name; }
  constructor(readonly n: number) {}
}
class User extends Model { static override kind(): string { return 'user/' + super.kind(); } override toString(): string { return 'U' + this.n; } }
const u = User.create(7);
console.log(u instanceof User, String(u), Model.describe(), User.describe(), Model.created, User.created);
const constructors = [Model, User];
for (const C of constructors) console.log(new C(1).n, C.kind(), C.name);
console.log(u.constructor === User, (u.constructor as typeof Model).kind());
