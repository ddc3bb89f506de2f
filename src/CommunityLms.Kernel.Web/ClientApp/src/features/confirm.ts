import { make } from './dom.ts';
import { say } from './words.ts';

/** Opens a modal dialog that is removed when it closes; focus returns by itself to where it was. */
function openDialog(title: string, body: Node[], buttons: HTMLElement[]): HTMLDialogElement {
  const heading = make('h2', { id: 'lms-dialog-title' }, title);
  const dialog = make('dialog', { class: 'lms-dialog', 'aria-labelledby': 'lms-dialog-title' }, heading, ...body);
  const cancel = make('button', { type: 'button', class: 'btn' }, say('Go back'));
  cancel.addEventListener('click', () => dialog.close());
  if (buttons.length > 0) dialog.append(make('div', { class: 'lms-buttons' }, ...buttons, cancel));
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

function ask(source: HTMLElement, verb: string, go: () => void): void {
  const yes = make('button', { type: 'button', class: source.matches('.btn-danger') ? 'btn btn-danger' : 'btn btn-primary' }, verb);
  const dialog = openDialog(source.dataset.confirmTitle ?? verb, [make('p', {}, source.dataset.confirm ?? '')], [yes]);
  yes.addEventListener('click', () => {
    dialog.close();
    go();
  });
}

/**
 * Three ways to ask once, with the consequence:
 * a button or form with data-confirm; a details.lms-confirm, which without a script unfolds the question in place;
 * and the hx-confirm of htmx, shown in the same dialog instead of the browser's.
 */
export function startConfirm(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    const submitter = (event as SubmitEvent).submitter;
    const source = [submitter, form].find((element): element is HTMLElement => element instanceof HTMLElement && element.matches('[data-confirm]'));
    if (!source || source.dataset.confirmed) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    ask(source, (submitter ?? source).textContent?.trim() ?? '', () => {
      source.dataset.confirmed = 'yes';
      form.requestSubmit(submitter);
      delete source.dataset.confirmed;
    });
  }, true);

  document.addEventListener('click', (event) => {
    const summary = (event.target as Element).closest('details.lms-confirm > summary');
    const content = summary?.nextElementSibling as HTMLElement | null;
    if (!summary || !content) return;
    event.preventDefault();
    const home = summary.parentElement!;
    const dialog = openDialog(home.dataset.title ?? summary.textContent!.trim(), [content], []);
    const cancel = make('button', { type: 'button', class: 'btn' }, say('Go back'));
    cancel.addEventListener('click', () => dialog.close());
    content.querySelector('.lms-buttons')?.append(cancel);
    dialog.addEventListener('close', () => {
      cancel.remove();
      home.append(content);
    });
  });

  document.addEventListener('htmx:confirm', (event) => {
    const { ctx, issueRequest, dropRequest } = event.detail;
    event.preventDefault();
    const verb = ctx.sourceElement.textContent?.trim() ?? '';
    const yes = make('button', { type: 'button', class: 'btn btn-primary' }, verb);
    let agreed = false;
    const dialog = openDialog(verb, [make('p', {}, (ctx as typeof ctx & { confirm: string }).confirm)], [yes]);
    yes.addEventListener('click', () => {
      agreed = true;
      dialog.close();
    });
    dialog.addEventListener('close', () => (agreed ? issueRequest() : dropRequest()));
  });
}
