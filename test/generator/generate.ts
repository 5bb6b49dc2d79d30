/**
 * Generates a program from a seed: records, classes, functions and module variables, then statements that use them.
 *
 * Every program is type-correct, ends (loops have known bounds, calls go only to what is declared before, and an estimate of executed
 * statements limits both), prints the same under every correct implementation, and ends with a checksum of all that it noted. With `lies` its
 * types claim what is not so: casts through any, `!`, reads out of range, covariant arrays, fields read before they are set.
 */
import { classDeclaration, recordDeclaration } from './classes.ts';
import { Context, type GeneratorOptions } from './context.ts';
import { expression } from './expressions.ts';
import { functionDeclaration } from './functions.ts';
import { prelude } from './prelude.ts';
import { block, statements } from './statements.ts';
import { typeText } from './types.ts';

export type { GeneratorOptions } from './context.ts';

/** A module that exports `run`; with `isMain`, one that calls it, too. */
export function generateProgram(options: GeneratorOptions, isMain = false): string {
  const context = new Context(options);
  const { random } = context;
  const declarations: string[] = [];
  for (let count = random.between(0, 2); count > 0; count--) declarations.push(recordDeclaration(context));
  for (let count = random.between(1, 3); count > 0; count--) {
    const type = context.randomType();
    const value = context.honestly(() => expression(context, type, 2));
    declarations.push(`let ${context.declare(context.fresh('g'), type, true).name}: ${typeText(type)} = ${value};`);
  }
  for (let count = random.between(1, 4); count > 0; count--) declarations.push(random.chance(45) ? classDeclaration(context) : functionDeclaration(context));
  const sections = random.times(random.between(2, 4), (index) => {
    const { text } = context.inFunction(undefined, () => {
      const body = statements(context, random.between(3, 7));
      return [...body, ...context.innermostVariables().map(({ name }) => `note('${name}', ${name});`)];
    });
    return `attempt('section ${index}', () => ${block(text)});`;
  });
  const main = `export function run(): void ${block([...sections, "console.log('checksum', checksum, 'notes', printed);"])}`;
  return `${prelude.trimStart()}\n${declarations.join('\n\n')}\n\n${main}\n${isMain ? '\nrun();\n' : ''}`;
}
