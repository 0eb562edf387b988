const fs = require('node:fs');
const path = require('node:path');

/**
 * Prints `N passed, N failed` over the result files that Jest wrote into a folder (see scripts/jestResults.js), and ends
 * with status 1 when a test failed or none ran.
 */
const folder = process.argv[2];
let passed = 0;
let failed = 0;
for (const name of fs.readdirSync(folder)) {
  const results = JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8'));
  passed += results.passed;
  failed += results.failed;
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
