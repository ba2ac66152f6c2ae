import type { BrowserContext, Page, Request } from '@playwright/test';

/**
 * Keeps requests from the service until the test lets them go, however fast or slow its machine is.
 *
 * @returns lets them go, and those to come
 */
export async function holdBack(
  where: Page | BrowserContext,
  path: RegExp,
  isMeant: (request: Request) => boolean = () => true,
): Promise<() => void> {
  let letGo = () => {};
  const goesOn = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await where.route(path, async (route) => {
    if (isMeant(route.request())) await goesOn;
    await route.continue();
  });
  return letGo;
}
