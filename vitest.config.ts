import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** One project a kind of test, so that each can run alone. */
const project = (name: string, include: string[], timeout: number) => ({
  extends: true as const,
  test: { name, include, testTimeout: timeout, hookTimeout: timeout },
});

/** A kind of test that drives the page in the one Chromium of the run. */
const pageProject = (name: string, include: string[]) => {
  const { test, ...rest } = project(name, include, 120_000);
  return {
    ...rest,
    test: { ...test, fileParallelism: false, globalSetup: ['tests/e2e/setup/browserServer.ts'] },
  };
};

/** Over the workbooks of the folder in SHYNG_REAL_WORKBOOKS, which are never part of the project. */
const real =
  process.env['SHYNG_REAL_WORKBOOKS'] === undefined ? [] : [pageProject('real', ['tests/real/**/*.test.ts'])];

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
      pageProject('e2e', ['tests/e2e/specs/**/*.test.ts']),
    ],
  },
});
