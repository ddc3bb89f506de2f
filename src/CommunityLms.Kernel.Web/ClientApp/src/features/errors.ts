/** Leads to the summary of errors when a form comes back, and from there to the fields, without leaving a mark in the address. */
export function startErrors(): void {
  document.querySelector<HTMLElement>('.lms-error-summary')?.focus();
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('.lms-error-summary a[href^="#"]');
    const field = link && document.getElementById(link.hash.slice(1));
    if (!field) return;
    event.preventDefault();
    field.focus();
    (document.querySelector(`label[for="${CSS.escape(field.id)}"]`) ?? field).scrollIntoView({ block: 'start' });
  });
}
