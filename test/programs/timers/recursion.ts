let left = 5;
function step(): void {
  console.log('left', left);
  if (left-- > 0) setTimeout(step, left % 2);
}
step();
console.log('end of main');
for (let i = 0; i < 3; i++) setTimeout(() => console.log('loop', i), 300 + i * 100);
