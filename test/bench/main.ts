import { benchBatch } from './batch';
import { benchHost } from './host';
import { benchGrowth, benchReview } from './review';

async function main(): Promise<void> {
  benchReview();
  benchGrowth();
  await benchHost();
  await benchBatch();
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
