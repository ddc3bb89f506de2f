/** Asks before leaving a page whose form (data-guard) was changed and not sent. Forms that keep a draft don't need it. */
export function startLeaveGuard(): void {
  const changed = new Set<HTMLFormElement>();

  document.addEventListener('input', (event) => {
    const form = (event.target as Element).closest<HTMLFormElement>('form[data-guard]');
    if (form) changed.add(form);
  });

  document.addEventListener('submit', (event) => changed.delete(event.target as HTMLFormElement));

  window.addEventListener('beforeunload', (event) => {
    if ([...changed].some((form) => form.isConnected)) event.preventDefault();
  });
}
