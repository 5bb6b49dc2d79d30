abstract class Shape {
  constructor(readonly name: string) {}
  abstract area(): number;
  describe(): string {
    return `${this.name} with area ${this.area().toFixed(2)}`;
  }
}
class Circle extends Shape {
  constructor(private readonly radius: number) {
    super('circle');
  }
  area(): number {
    return Math.PI * this.radius ** 2;
  }
}
class Rectangle extends Shape {
  constructor(protected readonly width: number, protected readonly height: number, name = 'rectangle') {
    super(name);
  }
  area(): number {
    return this.width * this.height;
  }
}
class Square extends Rectangle {
  constructor(side: number) {
    super(side, side, 'square');
  }
  override describe(): string {
    return super.describe() + ` and side ${this.width}`;
  }
}
const shapes: Shape[] = [new Circle(1), new Rectangle(2, 3), new Square(4)];
for (const shape of shapes) console.log(shape.describe());
for (const shape of shapes) console.log(shape instanceof Rectangle, shape instanceof Square, shape instanceof Shape, shape.constructor.name);
console.log(shapes.map((s) => s.area()).reduce((a, b) => a + b).toFixed(3));
