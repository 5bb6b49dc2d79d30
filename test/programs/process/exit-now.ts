// exit: 7
function cleanup(): void {
  try {
    console.log('leaving');
    process.exit(7);
  } finally {
    console.log('never printed');
  }
}
setTimeout(() => console.log('never either'), 0);
cleanup();
