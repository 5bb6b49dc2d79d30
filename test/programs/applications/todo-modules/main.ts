// args: add:milk add:bread done:1 add:eggs! list remove:0 list bogus:1 done:99
import { execute, UsageError } from './commands.js';
import { Store } from './store.js';
const store = new Store();
for (const argument of process.argv.slice(2)) {
  try {
    for (const line of execute(store, argument)) console.log(line);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.log(`error: ${error.message}`);
    process.exitCode = 0;
  }
}
console.log(store.summary());
