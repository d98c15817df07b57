import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** One project a kind of test, so that each can run alone. */
const project = (name: string, include: string[], timeout: number) => ({
  extends: true as const,
  test: { name, include, testTimeout: timeout, hookTimeout: timeout },
});

/** Over the workbooks of the folder in SHYNG_REAL_WORKBOOKS, which are never part of the project. */
const real =
  process.env['SHYNG_REAL_WORKBOOKS'] === undefined
    ? []
    : [project('real', ['tests/real/**/*.test.ts'], 120_000)];

export default defineConfig({
  plugins: [react()],
  test: {
    environment: 'node',
    projects: [
      project('unit', ['tests/unit/**/*.test.{ts,tsx}'], 20_000),
      project('i18n', ['tests/i18n/**/*.test.ts'], 20_000),
      project('integration', ['tests/integration/**/*.test.ts'], 60_000),
      ...real,
      project('package', ['tests/package/**/*.test.ts'], 300_000),
      {
        ...project('e2e', ['tests/e2e/specs/**/*.test.ts'], 120_000),
        test: {
          name: 'e2e',
          include: ['tests/e2e/specs/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          globalSetup: ['tests/e2e/setup/browserServer.ts'],
        },
      },
    ],
  },
});
