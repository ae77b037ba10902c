export type Theme = 'system' | 'light' | 'dark';

const storageKey = 'anamnesis.theme';
const order: readonly Theme[] = ['system', 'light', 'dark'];

/** Light or dark: what the system says, until the user says otherwise. */
export class ThemeState {
  theme = $state<Theme>(read());

  constructor() {
    this.#apply();
  }

  next(): void {
    this.theme = order[(order.indexOf(this.theme) + 1) % order.length];
    localStorage.setItem(storageKey, this.theme);
    this.#apply();
  }

  #apply(): void {
    document.documentElement.dataset.theme = this.theme;
  }
}

function read(): Theme {
  const stored = localStorage.getItem(storageKey);
  return order.find((theme) => theme === stored) ?? 'system';
}
