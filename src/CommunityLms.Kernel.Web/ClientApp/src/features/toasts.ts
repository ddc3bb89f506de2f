import { make } from './dom.ts';
import { say } from './words.ts';

const seconds = 8;

/** Says something in passing, in the page's status region; with an undo when an address for it is given. */
export function toast(text: string, undoUrl?: string): void {
  const region = document.getElementById('lms-toasts');
  if (!region) return;
  const box = make('div', { class: 'lms-toast' }, text);
  if (undoUrl) box.append(make('a', { href: undoUrl }, say('Undo')));
  region.append(box);

  let timer = window.setTimeout(() => box.remove(), seconds * 1000);
  box.addEventListener('pointerenter', () => window.clearTimeout(timer));
  box.addEventListener('pointerleave', () => { timer = window.setTimeout(() => box.remove(), seconds * 1000); });
}

/** The server can ask for one with the header HX-Trigger: {"lms-toast": {"text": "…", "undo": "/address"}}. */
export function startToasts(): void {
  document.addEventListener('lms-toast', (event) => {
    const { text, undo } = (event as CustomEvent<{ text: string; undo?: string }>).detail;
    toast(text, undo);
  });
}
