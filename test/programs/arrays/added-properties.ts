// Arrays hold properties beside their elements.
interface Tagged extends Array<number> { label?: string; owner?: { id: number }; describe?(): string }
const list: Tagged = [3, 1, 2];
list.label = 'numbers';
list.owner = { id: 7 };
list.describe = function (this: Tagged) { return `${this.label}:${this.length}`; };
console.log(list.label, list.owner.id + 1, list.describe(), list.length, 'label' in list, 'other' in list);
console.log(list, Object.keys(list));
const plain: Tagged = [1];
console.log(plain.label, plain.owner?.id, plain, Object.keys(plain));
for (const key in list) console.log(key);
list.sort();
list.push(9);
console.log(list, JSON.stringify(list), [...list], list.map((x) => x * 2));
delete list.label;
console.log(list.label, Object.keys(list), Object.entries(list).length);
const byName: any = list;
for (const name of ['label', 'extra', '1', 'owner']) byName[name] = name.length;
console.log(list, byName.extra, byName['label'], list[1]);
delete byName[0];
console.log(list, 0 in list, list.length);
for (let i = 0; i < 1000; i++) {
  const each: Tagged = [i];
  each.label = `n${i}`;
  if (i % 500 === 0) console.log(each.label, each);
}
