// exit: 2
let n = 0;
const t = setInterval(() => {
  console.log(++n);
  if (n === 3) process.exit(2);
}, 1);
console.log(typeof t);
