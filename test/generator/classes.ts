/** Records (interfaces) and classes. */
import { type ClassShape, type Context, type RecordShape, allMethods, visibleFields } from './context.ts';
import { expression } from './expressions.ts';
import { functionBody } from './functions.ts';
import { type Statement, block } from './statements.ts';
import { intType, numberType, stringType, typeText } from './types.ts';

export function recordDeclaration(context: Context): Statement {
  const { random } = context;
  const shape: RecordShape = { name: context.fresh('R'), fields: [] };
  for (let count = random.between(1, 4); count > 0; count--) {
    const type = context.randomType(1);
    shape.fields.push({ name: context.fresh('r'), type, isOptional: shape.fields.length > 0 && type.kind !== 'nullable' && random.chance(20) });
  }
  context.records.push(shape);
  return `interface ${shape.name} {\n${shape.fields.map(({ name, type, isOptional }) => `  ${name}${isOptional ? '?' : ''}: ${typeText(type)};`).join('\n')}\n}`;
}

export function classDeclaration(context: Context): Statement {
  const { random } = context;
  const base = context.classes.length > 0 && random.chance(60) ? random.pick(context.classes) : undefined;
  const shape: ClassShape = { name: context.fresh('C'), base, fields: [], methods: [], accessors: [], statics: [], constructorParameters: [] };
  const members: string[] = [];
  const outerClass = context.thisClass;
  context.thisClass = shape;

  if (random.chance(40)) {
    const type = random.pick([numberType, intType, stringType]);
    const name = context.fresh('s');
    context.thisClass = undefined;
    members.push(`static ${name}: ${typeText(type)} = ${context.honestly(() => expression(context, type, 3))};`);
    context.thisClass = shape;
    shape.statics.push({ name, type });
  }
  const initialised: ClassShape['fields'] = [];
  const uninitialised: ClassShape['fields'] = [];
  for (let count = random.between(1, 3); count > 0; count--) {
    const isHidden = random.chance(20);
    const field = { name: `${isHidden ? '#' : ''}${context.fresh('m')}`, type: context.randomType(1), isHidden, isReadonly: false };
    if (random.chance(50)) {
      context.thisClass = { ...shape, fields: [...initialised] };
      members.push(`${field.name}: ${typeText(field.type)} = ${expression(context, field.type, 3)};`);
      context.thisClass = shape;
      initialised.push(field);
    } else {
      members.push(`${field.name}: ${typeText(field.type)};`);
      uninitialised.push(field);
    }
    shape.fields.push(field);
  }
  members.push(constructorMember(context, shape, uninitialised));
  for (let count = random.between(1, 3); count > 0; count--) members.push(method(context, shape));
  if (random.chance(40)) members.push(...accessor(context, shape));

  context.thisClass = outerClass;
  context.classes.push(shape);
  const indented = members.map((member) => `  ${member.replaceAll('\n', '\n  ')}`).join('\n');
  return `class ${shape.name}${base ? ` extends ${base.name}` : ''} {\n${indented}\n}`;
}

/** Own parameters set the fields without an initialiser; some constructors call a method that a subclass may override, before its fields are there. */
function constructorMember(context: Context, shape: ClassShape, uninitialised: ClassShape['fields']): string {
  const { random } = context;
  const { text } = context.inFunction(undefined, () => {
    const own = uninitialised.map(({ type }) => context.declare(context.fresh('p'), type, true));
    const inherited = (shape.base?.constructorParameters ?? []).map((type) => context.declare(context.fresh('p'), type, true));
    shape.constructorParameters = [...own, ...inherited].map(({ type }) => type);
    const body: Statement[] = [];
    if (shape.base) body.push(`super(${inherited.map(({ name }) => name).join(', ')});`);
    body.push(...uninitialised.map(({ name }, index) => `this.${name} = ${own[index].name};`));
    const early = allMethods(shape.base ?? shape).filter(({ parameters }) => parameters.length === 0);
    if (context.lies && early.length > 0 && random.chance(50)) body.push(`note('${shape.name} early', this.${random.pick(early).name}());`);
    return `constructor(${[...own, ...inherited].map(({ name, type }) => `${name}: ${typeText(type)}`).join(', ')}) ${block(body)}`;
  });
  return text;
}

function method(context: Context, shape: ClassShape): string {
  const { random } = context;
  const inherited = shape.base ? allMethods(shape.base).filter(({ name }) => !shape.methods.some((own) => own.name === name)) : [];
  const overridden = inherited.length > 0 && random.chance(60) ? random.pick(inherited) : undefined;
  const parameters = overridden?.parameters ?? random.times(random.between(0, 2), () => context.randomType(1));
  const result = overridden?.result ?? context.randomType(1);
  const name = overridden?.name ?? context.fresh('m');
  const { text, cost } = context.inFunction(result, () => {
    context.overridden = overridden;
    const names = parameters.map((type) => context.declare(context.fresh('p'), type, true).name);
    const body = functionBody(context, result, random.between(0, 2));
    context.overridden = undefined;
    return `${name}(${names.map((parameter, index) => `${parameter}: ${typeText(parameters[index])}`).join(', ')}): ${typeText(result)} ${block(body)}`;
  });
  // A call may reach any override: all are charged like the most expensive one, with room for those to come.
  shape.methods.push({ name, parameters, result, cost: Math.max(100, cost, overridden?.cost ?? 0) });
  return text;
}

function accessor(context: Context, shape: ClassShape): string[] {
  const { random } = context;
  const field = random.pick([...visibleFields(shape), ...shape.fields]);
  const name = context.fresh('g');
  const { text } = context.inFunction(field.type, () => expression(context, field.type, 3));
  const members = [`get ${name}(): ${typeText(field.type)} {\n  return ${random.chance(50) ? `this.${field.name}` : text};\n}`];
  const hasSetter = random.chance(60);
  if (hasSetter) members.push(`set ${name}(value: ${typeText(field.type)}) {\n  this.${field.name} = value;\n}`);
  shape.accessors.push({ name, type: field.type, hasSetter });
  return members;
}
