// Static fields can be deleted.
class C { static a = 1; static b?: string = 'x'; m() {} }
class D extends C { static a = 2; }
console.log(delete (C as any).b, C, C.b, 'b' in C);
console.log(delete (D as any).a, D.a, D);
(C as any).b = 'again';
console.log(C, Object.keys(C));
