import { i32, text } from 'toro:machine';
import { writeString } from './string-utf8.ts';
import { numberToString } from './number-to-string.ts';
import { stringConcat } from './string-concat.ts';

/** @symbol program_main */
export function programMain(): void {
  for (let i = i32(0); i < 3; i = i32(i + 1)) {
    writeString(i32(1), stringConcat(text('hello '), stringConcat(numberToString(0.1), text('\n'))));
  }
}
