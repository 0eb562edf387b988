// npm run bench -- [--peer FOLDER]: the time of a review, of long forms and full cells, of a host and of a batch; then, over the build in
// dist/ (npm run build -- --env office=self --env workbench), the sizes of its pages and the time until they can be used.
// --peer measures another add-in's build beside it.
import '../../scripts/usage.mjs';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { benchBatch } from './batch';
import { benchHost } from './host';
import { benchLong } from './long';
import { benchGrowth, benchReview } from './review';

async function main(): Promise<void> {
  benchReview();
  benchGrowth();
  benchLong();
  await benchHost();
  await benchBatch();
  const pane = path.join(__dirname, 'pane.mjs');
  execFileSync(process.execPath, [pane, ...process.argv.slice(2)], { stdio: 'inherit' });
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
