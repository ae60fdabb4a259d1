import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'src/**/*.test.ts',
      'web/src/**/*.test.ts',
      'sample/**/*.test.ts',
      'test/**/*.test.ts',
      'tools/**/*.test.ts',
    ],
    // Every screen in both languages takes minutes; see `npm run test:all`.
    exclude: process.env.LUZHI_TEST_ALL === '1' ? [] : ['test/browser/all/**'],
    // One PostgreSQL for the run, or the server LUZHI_TEST_DATABASE_URL names.
    globalSetup: ['./test/support/postgres.ts'],
    // Pure stages share nothing between files, so one worker may run many files.
    isolate: false,
    pool: 'threads',
    // Much of a test is waiting for a process of its own; on two cores one worker would leave one idle.
    maxWorkers: 2,
    // Only for what hangs: a machine that does much else beside must not fail a test.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 30_000 } },
    reporters: ['default', './tools/closing-line.mjs'],
  },
});
