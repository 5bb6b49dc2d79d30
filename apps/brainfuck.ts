/**
 * A Brainf*** interpreter: translates the source to instructions (runs joined, jumps resolved), then executes them.
 *
 * Arguments: program file, optional input text. Includes: the program file.
 */
import { readFileSync } from 'node:fs';

const enum Code {
  Add,
  Move,
  Output,
  Input,
  JumpIfZero,
  JumpUnlessZero,
  Clear,
}

interface Instruction {
  code: Code;
  operand: number;
}

function translate(source: string): Instruction[] {
  const program: Instruction[] = [];
  const open: number[] = [];
  const emitRun = (code: Code, by: number): void => {
    const last = program[program.length - 1];
    if (last?.code === code) last.operand += by;
    else program.push({ code, operand: by });
  };
  for (let at = 0; at < source.length; at++) {
    switch (source[at]) {
      case '+':
        emitRun(Code.Add, 1);
        break;
      case '-':
        emitRun(Code.Add, -1);
        break;
      case '>':
        emitRun(Code.Move, 1);
        break;
      case '<':
        emitRun(Code.Move, -1);
        break;
      case '.':
        program.push({ code: Code.Output, operand: 0 });
        break;
      case ',':
        program.push({ code: Code.Input, operand: 0 });
        break;
      case '[':
        if (source.startsWith('[-]', at)) {
          program.push({ code: Code.Clear, operand: 0 });
          at += 2;
        } else {
          open.push(program.length);
          program.push({ code: Code.JumpIfZero, operand: 0 });
        }
        break;
      case ']': {
        const start = open.pop();
        if (start === undefined) throw new SyntaxError(`']' without '[' at ${at}`);
        program[start].operand = program.length;
        program.push({ code: Code.JumpUnlessZero, operand: start });
        break;
      }
    }
  }
  if (open.length > 0) throw new SyntaxError(`${open.length} '[' without ']'`);
  return program;
}

function execute(program: Instruction[], input: string): { output: string; steps: number } {
  const tape = new Uint8Array(30000);
  let pointer = 0;
  let read = 0;
  let steps = 0;
  let output = '';
  for (let at = 0; at < program.length; at++) {
    const { code, operand } = program[at];
    steps++;
    switch (code) {
      case Code.Add:
        tape[pointer] += operand;
        break;
      case Code.Move:
        pointer += operand;
        if (pointer < 0 || pointer >= tape.length) throw new RangeError(`the pointer left the tape after ${steps} steps`);
        break;
      case Code.Output:
        output += String.fromCharCode(tape[pointer]);
        break;
      case Code.Input:
        tape[pointer] = read < input.length ? input.charCodeAt(read++) : 0;
        break;
      case Code.JumpIfZero:
        if (tape[pointer] === 0) at = operand;
        break;
      case Code.JumpUnlessZero:
        if (tape[pointer] !== 0) at = operand;
        break;
      case Code.Clear:
        tape[pointer] = 0;
        break;
    }
  }
  return { output, steps };
}

const [file, input = ''] = process.argv.slice(2);
const program = translate(readFileSync(file, 'utf8'));
const { output, steps } = execute(program, input);
console.log(output);
console.log(`${program.length} instructions, ${steps} steps`);
for (const broken of ['[[+]', '+]', '<']) {
  try {
    execute(translate(broken), '');
  } catch (error) {
    console.log(String(error));
  }
}
