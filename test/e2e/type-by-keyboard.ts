import type { Page } from 'playwright-core';

type Role = 'link' | 'button' | 'textbox' | 'combobox' | 'radio' | 'checkbox';

/** So many stops of the Tab key a page may have. */
const mostStops = 200;

/** A person without a mouse: reaches everything by the Tab key, and types. */
export function typeByKeyboard(page: Page) {
  /** Presses Tab until the element has the focus; fails where it is never reached. */
  const goTo = async (role: Role, name: string): Promise<void> => {
    const element = page.getByRole(role, { name, exact: true });
    await element.first().waitFor();
    for (let stop = 0; stop < mostStops; stop++) {
      if ((await element.and(page.locator(':focus')).count()) > 0) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`the Tab key reaches no ${role} "${name}"`);
  };

  return {
    goTo,
    press: async (role: Role, name: string): Promise<void> => {
      await goTo(role, name);
      await page.keyboard.press('Enter');
    },
    /** Types in the place of what stands there. */
    replace: async (role: Role, name: string, text: string): Promise<void> => {
      await goTo(role, name);
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type(text);
    },
    /** Goes down the options until one fits. */
    choose: async (role: Role, name: string, option: RegExp): Promise<void> => {
      await goTo(role, name);
      const chosen = () =>
        page.evaluate<string>('document.activeElement.selectedOptions[0]?.textContent ?? ""');
      for (let step = 0; step < mostStops; step++) {
        if (option.test(await chosen())) return;
        await page.keyboard.press('ArrowDown');
      }
      throw new Error(`${name} has no option ${String(option)}`);
    },
  };
}
