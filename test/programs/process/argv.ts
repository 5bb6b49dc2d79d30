// args: one two=2 --flag 4
const args = process.argv.slice(2);
console.log(args, args.length, process.argv.length, typeof process.argv[0], typeof process.argv[1]);
for (const a of args) console.log(a.length, a.startsWith('--'), Number(a));
const flags = new Set(args.filter((a) => a.startsWith('-')));
console.log(flags.has('--flag'), args.indexOf('4'));
