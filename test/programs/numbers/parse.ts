for (const s of ['42', '  42  ', '-42.5abc', '0x1F', '1e3', '.5', '-.5e-2', 'abc', '', '123abc', '1,000', '+7', '--7', 'Infinity', '-Infinityx', '1e', '1e+', '0b11', '00012', '9007199254740993', '1e400', '-0', '3.14.15', '１']) {
  console.log(JSON_(s), parseInt(s), parseFloat(s), Number(s), parseInt(s, 16), parseInt(s, 2));
}
function JSON_(s: string): string {
  return '"' + s + '"';
}
console.log(parseInt('z', 36), parseInt('12', 1), parseInt('12', 37), parseInt('11', 0), parseInt('0x1f', 16), parseInt('0x1f', 10), parseInt('9'.repeat(20)), parseInt(null as any), parseInt(1.9 as any), parseInt(1e21 as any), parseFloat('1'.repeat(30)));
console.log(Number.parseInt === parseInt, Number.parseFloat('2.5x'));
