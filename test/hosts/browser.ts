import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll } from 'vitest';

/** A page of a browser that has no network, and what it complained about. */
export interface Opened {
  readonly page: Page;
  /** Messages of its console, uncaught errors, refusals of its policy, and whatever it asked for besides the file. */
  readonly complaints: readonly string[];
}

/** Opens files in a browser that runs while the tests of a file do. */
export function browserAt(program: string): (file: string, options?: BrowserContextOptions) => Promise<Opened> {
  let started: Promise<Browser> | undefined;
  afterAll(async () => (await started)?.close());
  return async (file, options = {}) => {
    started ??= chromium.launch({ executablePath: program, args: ['--no-sandbox'] });
    const context = await (await started).newContext({ offline: true, reducedMotion: 'reduce', ...options });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(`console ${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
    page.on('dialog', (dialog) => {
      complaints.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (asked) => {
      if (!asked.url().startsWith(`file://${file}`) && asked.url() !== 'data:,')
        complaints.push(`asked for ${asked.url()}`);
    });
    await page.goto(`file://${file}`);
    return { page, complaints };
  };
}
