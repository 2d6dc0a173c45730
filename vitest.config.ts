import { defineConfig } from 'vitest/config';

// The limits stop what hangs; they measure nothing, and a busy machine may take its time.
const shared = { pool: 'threads', isolate: false, testTimeout: 60_000, hookTimeout: 180_000 } as const;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: 'rules',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: ['**/*.db.test.ts', 'test/journeys/**'],
        },
      },
      {
        test: {
          ...shared,
          name: 'database',
          include: ['src/**/*.db.test.ts'],
          globalSetup: ['src/platform/database/testing/global-setup.ts'],
        },
      },
      {
        test: {
          ...shared,
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 180_000,
        },
      },
    ],
  },
});
