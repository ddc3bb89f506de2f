/** Menus are details elements: they work alone. The script closes them as people expect. */
export function startMenus(): void {
  const open = () => document.querySelectorAll<HTMLDetailsElement>('details.lms-menu[open]');

  document.addEventListener('click', (event) => {
    for (const menu of open()) if (!menu.contains(event.target as Node)) menu.open = false;
  });

  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    for (const menu of open()) {
      menu.open = false;
      if (menu.contains(document.activeElement)) menu.querySelector('summary')?.focus();
    }
  });
}

/** A button for printing is of use only with a script, so it is hidden until one runs. */
export function startPrinting(): void {
  for (const button of document.querySelectorAll<HTMLElement>('[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  }
}

/** The buttons of the theme form post their choice; with a script the page changes at once and the form goes in the background. */
export function startTheme(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    const button = (event as SubmitEvent).submitter as HTMLButtonElement | null;
    if (!form.matches('[data-theme-form]') || !button) return;
    event.preventDefault();
    document.documentElement.dataset.bsTheme = button.value;
    for (const other of form.querySelectorAll('button')) other.setAttribute('aria-pressed', String(other === button));
    void fetch(form.action, { method: 'POST', body: new FormData(form, button) });
  });
}
