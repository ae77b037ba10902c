import type { Locator, Page } from 'playwright-core';

/** The text of the plan beside the form, which is shown when it was not. */
export async function showPlanText(page: Page): Promise<Locator> {
  const text = page.getByRole('textbox', { name: 'Plan', exact: true });
  const show = page.getByRole('button', { name: 'Show the plan as text' });
  await text.or(show).first().waitFor();
  if ((await show.count()) > 0) await show.click();
  await text.waitFor();
  return text;
}
