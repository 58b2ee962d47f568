// A real Chromium for journeys, from the npm package that ships it.
import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/** Its flags are for a cloud function: one process for all would fall with the first page that does. */
export async function openBrowser(): Promise<Browser> {
  const args = sparticuz.args.filter((one) => !/^--(single-process|headless)/.test(one));
  return chromium.launch({ executablePath: await sparticuz.executablePath(), args, headless: true });
}
