import { all, first } from './dom.ts';
import { say } from './words.ts';

/** A click anywhere in a row with data-row-link goes where its .lms-row-link goes; a click on a control or a selection of text doesn't. */
export function startRowLinks(): void {
  document.addEventListener('click', (event) => {
    const target = event.target as Element;
    const row = target.closest('[data-row-link]');
    if (!row || target.closest('a, button, input, label, select, summary, textarea') || window.getSelection()?.toString()) return;
    const link = row.querySelector<HTMLAnchorElement>('a.lms-row-link');
    link?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: event.ctrlKey, metaKey: event.metaKey, shiftKey: event.shiftKey }));
  });
}

/** The bar with what can be done to the chosen rows: it stands in the same form as the rows and hides while nothing is chosen. */
export function startBulkBars(root: ParentNode): void {
  for (const bar of all(root, '[data-bulk]')) {
    const form = bar.closest('form');
    if (!form || !first(bar, 'bulk')) continue;
    const boxes = () => [...form.querySelectorAll<HTMLInputElement>('tbody .lms-check input')];
    const allBox = form.querySelector<HTMLInputElement>('thead .lms-check input');
    const words = bar.querySelector('strong');

    const show = () => {
      const every = boxes();
      const chosen = every.filter((box) => box.checked).length;
      bar.hidden = chosen === 0;
      if (words) words.textContent = say('{0} chosen', chosen);
      if (!allBox) return;
      allBox.checked = chosen > 0 && chosen === every.length;
      allBox.indeterminate = chosen > 0 && chosen < every.length;
    };

    if (allBox) allBox.hidden = false;
    form.addEventListener('change', (event) => {
      if (allBox && event.target === allBox) for (const box of boxes()) box.checked = allBox.checked;
      show();
    });
    show();
  }
}
