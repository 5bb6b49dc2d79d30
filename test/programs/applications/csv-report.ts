const csv = `name,department,salary,start
Ann,"R&D",5200.50,2019
Bob,Sales,4100,2021
"Smith, Carl","R&D",6100.25,2015
Dora,Sales,,2022
"Eve ""Ace""",Ops,3900,2018`;
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (quoted) {
      if (c === '"' && text[i + 1] === '"') {
        field += '"';
        i++;
      } else if (c === '"') quoted = false;
      else field += c;
    } else if (c === '"') quoted = true;
    else if (c === ',') {
      row.push(field);
      field = '';
    } else if (c === '\n') {
      rows.push([...row, field]);
      row = [];
      field = '';
    } else field += c;
  }
  rows.push([...row, field]);
  return rows;
}
const [header, ...body] = parseCsv(csv);
const records = body.map((r) => Object.fromEntries(header.map((h, i) => [h, r[i]])) as Record<string, string>);
const groups = new Map<string, { count: number; total: number; oldest: number }>();
for (const r of records) {
  const g = groups.get(r.department) ?? { count: 0, total: 0, oldest: Infinity };
  g.count++;
  g.total += r.salary === '' ? 0 : Number(r.salary);
  g.oldest = Math.min(g.oldest, parseInt(r.start));
  groups.set(r.department, g);
}
console.log(header);
for (const [name, { count, total, oldest }] of [...groups].sort((a, b) => b[1].total - a[1].total)) console.log(`${name.padEnd(8)}|${String(count).padStart(3)}|${total.toFixed(2).padStart(10)}|${(total / count).toFixed(2).padStart(9)}|${oldest}`);
console.log(records.filter((r) => r.salary === '').map((r) => r.name), records[2], records.length);
