const größe = 5;
const $dollar = 1, _under = 2, ünïcödé = 'u';
const \u0061bc = 'escaped';
console.log(größe, $dollar + _under, ünïcödé, abc);
const o = { class: 1, function: 2, if: 3, new: 4, 'default': 5, get: 6, set: 7, static: 8, async: 9, of: 10 };
console.log(o.class + o.function + o.if + o.new + o.default, o.get, o.set, o.static, o.async, o.of);
class K { get = 1; set = 2; static = 3; get get2(): number { return this.get; } static static(): string { return 'static static'; } delete(): string { return 'deleted'; } }
console.log(new K().get2, K.static(), new K().delete(), new K());
const of = [1], get = 2, type = 'type', as = 'as';
for (const of2 of of) console.log(of2, get, type, as);
