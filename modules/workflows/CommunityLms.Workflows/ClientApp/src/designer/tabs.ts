/** Tabs after the WAI-ARIA pattern: arrows move, the panel follows. */
export function startTabs(root: HTMLElement): void {
  const tabs = [...root.querySelectorAll<HTMLElement>('[role="tab"]')];
  for (const [index, tab] of tabs.entries()) {
    tab.addEventListener('click', () => showTab(root, tab.dataset.tab!));
    tab.addEventListener('keydown', (event) => {
      const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
      if (step === 0) return;
      const next = tabs[(index + step + tabs.length) % tabs.length]!;
      showTab(root, next.dataset.tab!);
      next.focus();
      event.preventDefault();
    });
  }
}

export function showTab(root: HTMLElement, name: string): void {
  for (const tab of root.querySelectorAll<HTMLElement>('[role="tab"]')) {
    const chosen = tab.dataset.tab === name;
    tab.setAttribute('aria-selected', String(chosen));
    tab.tabIndex = chosen ? 0 : -1;
    document.getElementById(tab.getAttribute('aria-controls')!)!.hidden = !chosen;
  }
}
