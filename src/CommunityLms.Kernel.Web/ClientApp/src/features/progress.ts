import { all, first } from './dom.ts';

/** One line of the stream: how far, in what words; `state` ends the stream, `next` is where to go then. */
interface Report {
  value?: number;
  max?: number;
  text?: string;
  state?: 'running' | 'done' | 'failed' | 'cancelled';
  next?: string;
}

/** Follows long work as a stream of events; the page without a script shows the last known value and a link to look again. */
export function startProgress(root: ParentNode): void {
  for (const box of all(root, '[data-progress-url]')) {
    if (!first(box, 'progress')) continue;
    const bar = box.querySelector('progress');
    const text = box.querySelector('[data-progress-text]');
    const share = box.querySelector('[data-progress-share]');
    const again = box.querySelector<HTMLElement>('[data-progress-again]');
    if (again) again.hidden = true;

    const stream = new EventSource(box.dataset.progressUrl!);
    stream.onmessage = (event) => {
      if (!box.isConnected) return stream.close();
      const report = JSON.parse(event.data as string) as Report;
      if (bar && report.max !== undefined) bar.max = report.max;
      if (bar && report.value !== undefined) bar.value = report.value;
      if (text && report.text !== undefined) text.textContent = report.text;
      if (share && bar && bar.position >= 0) share.textContent = new Intl.NumberFormat(document.documentElement.lang, { style: 'percent' }).format(bar.position);
      if (report.state === undefined || report.state === 'running') return;
      stream.close();
      box.dataset.state = report.state;
      box.dispatchEvent(new CustomEvent('lms-progress-end', { bubbles: true, detail: report }));
      if (report.next != null) location.assign(report.next);
    };
  }
}
