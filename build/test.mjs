// Runs jest and closes with one plain line, "N passed, N failed", made from its JSON result.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'tierline-test-'));
const outcome = join(folder, 'jest.json');
const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
const run = spawnSync(
  process.execPath,
  // As many workers as processors: most of a test is reckoning. A worker that has grown large is replaced.
  [
    jest,
    '--json',
    `--outputFile=${outcome}`,
    '--maxWorkers=100%',
    '--workerIdleMemoryLimit=1500MB',
    ...process.argv.slice(2),
  ],
  { stdio: ['inherit', 'ignore', 'inherit'] },
);
let failed = run.status !== 0;
try {
  const result = JSON.parse(readFileSync(outcome, 'utf8'));
  const broken = result.numRuntimeErrorTestSuites;
  const skipped = result.numPendingTests > 0 ? `, ${result.numPendingTests} skipped` : '';
  console.log(`${result.numPassedTests} passed, ${result.numFailedTests + broken} failed${skipped}`);
  failed ||= result.numPassedTests === 0;
} catch {
  console.log('0 passed, 1 failed');
  failed = true;
}
rmSync(folder, { recursive: true, force: true });
process.exit(failed ? 1 : 0);
