/** Literals, with the values at which arithmetic goes wrong well represented. */
import { type Random } from './random.ts';

const edgeNumbers = [
  '0', '-0', '1', '-1', '0.5', '-0.5', '1.5', '2.5', '-2.5', '0.1', '1e21', '1e-7', '5e-324', '1.7976931348623157e308', 'NaN', 'Infinity', '-Infinity',
  '2147483647', '2147483648', '-2147483648', '-2147483649', '4294967295', '4294967296', '9007199254740991', '9007199254740992', '-9007199254740991',
  '123456789.125', '0.30000000000000004', '100', '1e300', '3.141592653589793', '65536', '1e15',
];
const edgeIntegers = ['0', '1', '-1', '2', '3', '7', '8', '10', '31', '32', '33', '100', '255', '256', '-128', '65535', '65536', '2147483647', '-2147483648', '1000003', '0x55555555'];
const words = ['', 'a', 'b', 'abc', 'Zebra', 'zebra', '0', '1', '-1', '1.5', ' 12 ', '0x1f', 'NaN', 'true', 'é', 'naïve', '€', '😀', 'x😀y', 'line\\nbreak', 'tab\\t', 'it\\\'s', 'quote"', 'key', 'length', 'constructor', 'long long long text', '1e3'];

export function numberLiteral(random: Random): string {
  if (random.chance(35)) return random.pick(edgeNumbers);
  if (random.chance(50)) return String(random.between(-20, 50));
  return String(random.between(-100000, 100000) / random.pick([2, 3, 7, 10, 100, 1000]));
}

export function integerLiteral(random: Random): string {
  return random.chance(40) ? random.pick(edgeIntegers) : String(random.between(-16, 64));
}

export function stringLiteral(random: Random): string {
  return `'${random.pick(words)}'`;
}
