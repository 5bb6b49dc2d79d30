/** Loops: all end after a number of rounds that is known when they are generated. */
import { type Context } from './context.ts';
import { expression } from './expressions.ts';
import { type Statement, block, statements } from './statements.ts';
import { type Type, arrayOf, booleanType, intType, numberType, stringType, typeText } from './types.ts';

export function loopStatement(context: Context): Statement {
  const { random } = context;
  return random.weighted<() => Statement>([
    [5, () => countingLoop(context)],
    [4, () => forOf(context)],
    [2, () => whileLoop(context)],
    [1, () => forIn(context)],
  ])();
}

/** The body of a loop of about `rounds` rounds, and the label that it got, if any. */
function body(context: Context, rounds: number, declare: () => void): { label: string; text: string } {
  const { random } = context;
  const label = random.chance(25) ? context.fresh('L') : '';
  const outer = context.loops;
  // An unlabelled jump means the innermost loop, so that only the innermost may be without a label.
  context.loops = [...outer.filter((name) => name !== ''), label];
  const text = context.repeated(rounds, () => {
    declare();
    return block(statements(context, random.between(1, 3)));
  });
  context.loops = outer;
  return { label: label === '' ? '' : `${label}: `, text };
}

function countingLoop(context: Context): Statement {
  const { random } = context;
  const counter = context.fresh('i');
  const rounds = random.between(2, 6);
  const arrays = context.variables(({ type }) => type.kind === 'array');
  const headers: (() => string)[] = [
    () => `let ${counter} = 0; ${counter} < ${rounds}; ${counter}++`,
    () => `let ${counter} = ${rounds - 1}; ${counter} >= 0; ${counter}--`,
    () => `let ${counter} = ${random.between(-5, 5)}, end${counter} = ${counter} + ${rounds}; ${counter} !== end${counter}; ${counter}++`,
    () => `let ${counter} = ${random.pick(['0', '0.5', '2147483645', '-2147483650'])}, n${counter} = 0; n${counter} < ${rounds}; ${counter} += ${random.pick(['1', '2', '0.5'])}, n${counter}++`,
    () => `let ${counter} = 1; ${counter} < ${2 ** rounds}; ${counter} *= 2`,
  ];
  if (arrays.length > 0) headers.push(() => `let ${counter} = 0; ${counter} < Math.min(${random.pick(arrays).name}.length, ${rounds}); ${counter}++`);
  const header = random.pick(headers)();
  const { label, text } = body(context, rounds, () => void context.declare(counter, intType, false));
  return `${label}for (${header}) ${text}`;
}

function forOf(context: Context): Statement {
  const { random } = context;
  const item = context.fresh('x');
  const source = random.weighted<() => { text: string; type: Type }>([
    [6, () => iterated(random.pick([numberType, intType, stringType, context.randomType(1)]))],
    [2, () => ({ text: `cut(${expression(context, stringType, 1)}).slice(0, 6)`, type: stringType })],
    [2, () => {
      const element = random.pick([numberType, stringType]);
      return { text: expression(context, { kind: 'set', element }, 1), type: element };
    }],
  ])();
  function iterated(element: Type): { text: string; type: Type } {
    return { text: `${expression(context, arrayOf(element), 1)}${random.chance(40) ? '.slice(0, 6)' : ''}`, type: element };
  }
  const maps = context.variables(({ type }) => type.kind === 'map');
  if (maps.length > 0 && random.chance(30)) {
    const map = random.pick(maps);
    if (map.type.kind === 'map') {
      const { key, value } = map.type;
      const valueName = context.fresh('x');
      const { label, text } = body(context, 12, () => {
        context.declare(item, key, false);
        context.declare(valueName, value, false);
      });
      // A copy: a body that deletes and adds keys could go on for ever.
      return `${label}for (const [${item}, ${valueName}] of new Map(${map.name})) ${text}`;
    }
  }
  const { label, text } = body(context, 8, () => void context.declare(item, source.type, false));
  return `${label}for (const ${item} of [...${source.text}] as ${typeText(arrayOf(source.type))}) ${text}`;
}

function whileLoop(context: Context): Statement {
  const { random } = context;
  const counter = context.fresh('k');
  const rounds = random.between(2, 5);
  if (random.chance(50)) {
    const condition = random.chance(50) ? '' : ` && (${expression(context, booleanType, 2)} as boolean)`;
    const { label, text } = body(context, rounds, () => void context.declare(counter, intType, false));
    return `let ${counter} = ${rounds};\n${label}while (${counter}-- > 0${condition}) ${text}`;
  }
  const { label, text } = body(context, rounds, () => void context.declare(counter, intType, false));
  return `let ${counter} = 0;\n${label}do ${text} while (++${counter} < ${rounds});`;
}

function forIn(context: Context): Statement {
  const key = context.fresh('key');
  const named = context.namedTypes();
  const source = expression(context, named.length > 0 ? context.random.pick(named) : arrayOf(intType), 2);
  const { label, text } = body(context, 4, () => void context.declare(key, stringType, false));
  return `${label}for (const ${key} in ${source}) ${text}`;
}
