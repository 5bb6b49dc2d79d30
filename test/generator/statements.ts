/** Random statements. */
import { type Context, allAccessors, visibleFields } from './context.ts';
import { expression } from './expressions.ts';
import { loopStatement } from './loops.ts';
import { type Type, arrayOf, booleanType, intType, isNumeric, mixedType, nullableOf, numberType, stringType, typeText } from './types.ts';

/** The text of a statement, without indentation on its first line. */
export type Statement = string;

const maximumBlockDepth = 7;

export function block(body: readonly Statement[]): string {
  return body.length === 0 ? '{}' : `{\n${body.map((statement) => `  ${statement.replaceAll('\n', '\n  ')}`).join('\n')}\n}`;
}

/** About `count` statements, in the current scope. */
export function statements(context: Context, count: number): Statement[] {
  return context.random.times(count, () => statement(context));
}

/** A block with a scope of its own. */
export function innerBlock(context: Context, count: number): string {
  return context.inScope(() => block(statements(context, count)));
}

export function statement(context: Context): Statement {
  const { random } = context;
  context.charge(1);
  const nested = context.canAfford(40) && context.depth < maximumBlockDepth ? 1 : 0;
  return random.weighted<() => Statement>([
    [16, () => declaration(context)],
    [20, () => assignment(context)],
    [14, () => noteStatement(context)],
    [nested * 8, () => ifStatement(context)],
    [nested * 9, () => loopStatement(context)],
    [nested * 4, () => switchStatement(context)],
    [nested * 5, () => tryStatement(context)],
    [9, () => mutation(context)],
    [5, () => destructuring(context)],
    [nested * 4, () => closure(context)],
    [context.resultType && nested ? 2 : 0, () => `if (${expression(context, booleanType, 2)}) return ${expression(context, context.resultType!, 2)};`],
    [context.isCaught || context.functionDepth > 0 ? 2 : 0, () => throwStatement(context)],
    [context.loops.length > 0 ? 4 : 0, () => jump(context)],
    [context.lies ? 3 : 0, () => covariance(context)],
  ])();
}

function declaration(context: Context): Statement {
  const type = context.randomType();
  const value = expression(context, type, 1);
  const isMutable = context.random.chance(70);
  const { name } = context.declare(context.fresh('v'), type, isMutable);
  return `${isMutable ? 'let' : 'const'} ${name}: ${typeText(type)} = ${value};`;
}

function noteStatement(context: Context): Statement {
  return `note('${context.fresh('n')}', ${expression(context, context.randomType(), 1)});`;
}

/** Places that a value may be assigned to. */
function places(context: Context): { text: string; type: Type }[] {
  const found: { text: string; type: Type }[] = [];
  for (const { name, type, isMutable } of context.variables(() => true)) {
    if (isMutable) found.push({ text: name, type });
    if (type.kind === 'record') found.push(...context.record(type.name).fields.map((field) => ({ text: `${name}.${field.name}`, type: field.isOptional ? nullableOf(field.type) : field.type })));
    if (type.kind === 'class') {
      const shape = context.class(type.name);
      for (const member of [...visibleFields(shape), ...allAccessors(shape).filter(({ hasSetter }) => hasSetter)]) found.push({ text: `${name}.${member.name}`, type: member.type });
    }
    if (type.kind === 'array') found.push({ text: `${name}[${context.random.between(0, 4)}]`, type: type.element });
  }
  const self = context.thisClass;
  if (self) found.push(...[...visibleFields(self), ...self.fields].map(({ name, type }) => ({ text: `this.${name}`, type })));
  for (const { name, statics } of context.classes) found.push(...statics.map((field) => ({ text: `${name}.${field.name}`, type: field.type })));
  return found;
}

function assignment(context: Context): Statement {
  const { random } = context;
  const candidates = places(context);
  if (candidates.length === 0) return declaration(context);
  const { text, type } = random.pick(candidates);
  if (isNumeric(type) && random.chance(60)) {
    if (random.chance(30)) return random.chance(50) ? `${text}${random.pick(['++', '--'])};` : `note('${context.fresh('n')}', ${random.pick(['++', '--'])}${text});`;
    const operators = type.kind === 'int' ? ['+=', '-=', '*=', '|=', '&=', '^=', '<<=', '>>=', '>>>=', '%='] : ['+=', '-=', '*=', '/=', '%='];
    return `${text} ${random.pick(operators)} ${expression(context, type, 2)};`;
  }
  if (type.kind === 'string' && random.chance(40)) return `${text} = cut(${text} + ${expression(context, stringType, 2)});`;
  if (type.kind === 'boolean' && random.chance(40)) return `${text} ${random.pick(['&&=', '||='])} ${expression(context, booleanType, 2)};`;
  if (type.kind === 'nullable' && random.chance(40)) {
    const value = expression(context, type.type, 2);
    // On the right of `??=` the checker takes the place for undefined, and what is done with it for an error.
    if (!value.includes(text)) return `${text} ??= ${value};`;
  }
  // The cast keeps the checker from narrowing the place to what it was given.
  return `${text} = ${expression(context, type, 1)} as ${typeText(type)};`;
}

function ifStatement(context: Context): Statement {
  const { random } = context;
  const condition = expression(context, booleanType, 1);
  const text = `if (${condition} as boolean) ${innerBlock(context, random.between(1, 3))}`;
  if (random.chance(50)) return text;
  return `${text} else ${innerBlock(context, random.between(1, 2))}`;
}

function switchStatement(context: Context): Statement {
  const { random } = context;
  const isText = random.chance(30);
  const subject = isText ? expression(context, stringType, 1) : `(${expression(context, intType, 1)} & 7)`;
  const labels = isText ? ["''", "'a'", "'abc'", "'0'", "'key'"] : ['0', '1', '2', '3', '4', '5', '6', '7'];
  const chosen = labels.filter(() => random.chance(50));
  if (chosen.length === 0) chosen.push(labels[0]);
  const defaultAt = random.between(0, chosen.length);
  const clauses = [...chosen.slice(0, defaultAt).map((label) => `case ${label}`), 'default', ...chosen.slice(defaultAt).map((label) => `case ${label}`)];
  const outerLoops = context.loops;
  // `break` would leave the switch, not the loop: jumps out of it need a label.
  context.loops = outerLoops.filter((label) => label !== '');
  const body = clauses.map((clause) => `${clause}: ${random.chance(15) ? '' : `${innerBlock(context, random.between(1, 2))}${random.chance(70) ? '\nbreak;' : ''}`}`);
  context.loops = outerLoops;
  return `switch (${subject} as ${isText ? 'string' : 'number'}) ${block(body)}`;
}

function tryStatement(context: Context): Statement {
  const { random } = context;
  const hasCatch = random.chance(80);
  const wasCaught = context.isCaught;
  context.isCaught = hasCatch || wasCaught;
  const body = context.inScope(() => statements(context, random.between(1, 3)));
  if (hasCatch && random.chance(60)) body.push(context.inScope(() => throwStatement(context)));
  context.isCaught = wasCaught;
  let text = `try ${block(body)}`;
  if (hasCatch) {
    const error = context.fresh('e');
    const handler = context.inScope(() => [`note('${error}', caught(${error}));`, ...statements(context, random.between(0, 2))]);
    if (random.chance(10) && (wasCaught || context.functionDepth > 0)) handler.push(`throw ${error};`);
    text += ` catch (${error}) ${block(handler)}`;
  }
  if (!hasCatch || random.chance(40)) text += ` finally ${innerBlock(context, random.between(1, 2))}`;
  return text;
}

function throwStatement(context: Context): Statement {
  const { random } = context;
  const thrown = random.weighted<() => string>([
    [4, () => `new Signal(${expression(context, intType, 2)}, ${expression(context, stringType, 3)})`],
    [1, () => `new RangeError(${expression(context, stringType, 3)})`],
    [1, () => expression(context, random.pick([numberType, stringType]), 2)],
  ])();
  return `if (${expression(context, booleanType, 2)} as boolean) throw ${thrown};`;
}

function jump(context: Context): Statement {
  const { random } = context;
  const label = random.pick(context.loops);
  return `if (${expression(context, booleanType, 2)} as boolean) ${random.pick(['break', 'continue'])}${label === '' ? '' : ` ${label}`};`;
}

/** Changes to arrays, Maps and Sets in scope; growth is bounded. */
function mutation(context: Context): Statement {
  const { random } = context;
  const holders = context.variables(({ type }) => type.kind === 'array' || type.kind === 'map' || type.kind === 'set');
  if (holders.length === 0) return declaration(context);
  const { name, type } = random.pick(holders);
  const at = (of: Type): string => expression(context, of, 2);
  if (type.kind === 'map') {
    return random.pick([() => `if (${name}.size < 12) ${name}.set(${at(type.key)}, ${at(type.value)});`, () => `note('${context.fresh('n')}', ${name}.delete(${at(type.key)}));`])();
  }
  if (type.kind === 'set') {
    return random.pick([() => `if (${name}.size < 12) ${name}.add(${at(type.element)});`, () => `note('${context.fresh('n')}', ${name}.delete(${at(type.element)}));`])();
  }
  if (type.kind !== 'array') return declaration(context);
  return random.weighted<() => string>([
    [6, () => `if (${name}.length < 12) ${name}.push(${at(type.element)});`],
    [2, () => `if (${name}.length < 12) ${name}.unshift(${at(type.element)});`],
    [2, () => `note('${context.fresh('n')}', ${name}.${random.pick(['pop()', 'shift()', 'splice(1, 1)', 'reverse().length', 'length', 'splice(0, 2).length'])});`],
    [1, () => `${name}.length = Math.min(${name}.length, ${random.between(0, 4)});`],
    [1, () => `${name}.fill(${at(type.element)}, ${random.between(0, 2)});`],
    [isNumeric(type.element) && !context.lies ? 2 : 0, () => `${name}.sort((a, b) => ${random.pick(['a - b', 'b - a'])});`],
  ])();
}

function destructuring(context: Context): Statement {
  const { random } = context;
  const records = context.variables(({ type }) => type.kind === 'record');
  if (records.length > 0 && random.chance(50)) {
    const { name, type } = random.pick(records);
    if (type.kind !== 'record') return declaration(context);
    const taken = context.record(type.name).fields.filter(({ isOptional }) => !isOptional);
    const bound = taken.map((field) => ({ field: field.name, name: context.fresh('d'), type: field.type }));
    for (const variable of bound) context.declare(variable.name, variable.type, false);
    const rest = random.chance(40) ? `, ...${context.fresh('rest')}` : '';
    const text = `const { ${bound.map(({ field, name: to }) => `${field}: ${to}`).join(', ')}${rest} } = ${name};`;
    return rest === '' ? text : `${text}\nnote('rest', Object.keys(${rest.slice(5)}));`;
  }
  const element = random.pick([numberType, intType, stringType, mixedType]);
  const source = expression(context, arrayOf(element), 1);
  const [first, second, rest] = [context.fresh('d'), context.fresh('d'), context.fresh('d')];
  const text = `const [${first} = ${expression(context, element, 3)}, ${random.chance(30) ? ', ' : ''}${second} = ${expression(context, element, 3)}, ...${rest}]: ${typeText(arrayOf(element))} = ${source};`;
  context.declare(first, element, false);
  context.declare(second, element, false);
  context.declare(rest, arrayOf(element), false);
  return text;
}

function closure(context: Context): Statement {
  const { random } = context;
  const type: Type = { kind: 'function', parameters: random.times(random.between(0, 2), () => context.randomType(1)), result: context.randomType(1) };
  const value = expression(context, type, 0);
  const { name } = context.declare(context.fresh('c'), type, random.chance(30));
  return `let ${name}: ${typeText(type)} = ${value};`;
}

/** An array seen under a wider type and written through, or a field that gets what it should not. */
function covariance(context: Context): Statement {
  const { random } = context;
  const arrays = context.variables(({ type }) => type.kind === 'array' && (isNumeric(type.element) || type.element.kind === 'string'));
  if (arrays.length === 0) return declaration(context);
  const { name } = random.pick(arrays);
  const wider = context.fresh('w');
  return `const ${wider}: (number | string | boolean)[] = ${name};\nif (${wider}.length < 12) ${wider}.push(${expression(context, mixedType, 2)});`;
}
