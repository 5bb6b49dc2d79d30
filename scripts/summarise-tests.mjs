// Prints "N passed, N failed" over vitest's JSON report and the type checks, and exits with 1 unless all is well.
// usage: node summarise-tests.mjs REPORT VITEST_STATUS CHECKS_PASSED CHECKS_FAILED
import { readFileSync } from 'node:fs';

const [path, ...counts] = process.argv.slice(2);
const [vitestStatus, checksPassed, checksFailed] = counts.map(Number);

function readReport() {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return { numPassedTests: 0, testResults: [], numFailedTests: 0 };
  }
}

const report = readReport();
// A file that fails as a whole (a syntax error, a failed hook) has no failed test.
const failedFiles = report.testResults.filter(
  ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
);
const passed = report.numPassedTests + checksPassed;
let failed = report.numFailedTests + failedFiles.length + checksFailed;
for (const { name } of failedFiles) console.log(`test file failed as a whole: ${name}`);
if (report.numPassedTests === 0) console.log('no test has passed');
// No test at all, a crash, an unhandled rejection: failures that no count shows.
if (failed === 0 && (vitestStatus !== 0 || report.numPassedTests === 0)) failed = 1;
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
