import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { chromiumOptions } from '../../helpers/chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the one Chromium of the run; each app under test gets a context of its own in it. */
    browserAddress: string;
  }
}

/** Starts Chromium once for the run and ends it afterwards. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await chromium.launchServer(chromiumOptions());
  project.provide('browserAddress', server.wsEndpoint());
  return () => server.close();
}
