// args: test/programs/modules/data/lines.txt
// include: test/programs/modules/data/lines.txt
import { readFileSync } from 'node:fs';
const text = readFileSync(process.argv[2], 'utf8');
console.log(text.length, text.split('\n').length, text);
const bytes = readFileSync(process.argv[2]);
console.log(bytes.length, bytes[0], bytes[bytes.length - 1]);
const same = readFileSync(process.argv[2], { encoding: 'utf-8' });
console.log(same === text, [...text].length);
try {
  readFileSync('no/such/file', 'utf8');
} catch (e) {
  console.log((e as Error).message, (e as { code?: string }).code);
}
