let out = '';
for (let i = 0; i < 10; i++) {
  switch (i % 4) {
    case 0:
      continue;
    case 1:
      out += i;
      break;
    case 2: {
      const i2 = i * 2;
      if (i2 > 10) break;
      out += '<' + i2 + '>';
      break;
    }
    default:
      out += '.';
  }
  out += ',';
}
console.log(out);
switch (1 as number) {}
switch (3 as number) {
  case 1:
    let scoped = 'one';
    console.log(scoped);
    break;
  case 3:
    try {
      scoped = 'three';
      console.log(scoped);
    } catch (error) {
      console.log(String(error));
    }
}
const closures: (() => number)[] = [];
for (let i = 0; i < 3; i++) {
  switch (i) {
    default:
      const j = i * i;
      closures.push(() => j + i);
  }
}
console.log(closures.map((c) => c()));
