import htmx from 'htmx.org';
import { toast } from './toasts.ts';
import { say } from './words.ts';

/** Sets htmx up: the antiforgery token on what changes something, a word when the line is down, the enhancers on what arrives. */
export function startRequests(enhancers: ((root: ParentNode) => void)[]): void {
  const token = document.querySelector<HTMLMetaElement>('meta[name="lms-antiforgery"]')?.content;

  document.addEventListener('htmx:config:request', (event) => {
    const { request } = event.detail.ctx;
    if (token && request.method !== 'GET') request.headers['X-CSRF-TOKEN'] = token;
  });

  document.addEventListener('htmx:error', () => toast(say('That did not arrive. Check the connection and try again.')));

  // No expression in an attribute is ever evaluated; the content security policy forbids it as well.
  const refuse = function (): never {
    throw new Error('Expressions in hx- attributes are switched off.');
  } as unknown as FunctionConstructor;
  htmx.registerExtension('no-expressions', { init: (api: { initSecurity: (...args: unknown[]) => void }) => api.initSecurity(undefined, refuse, refuse) });

  const enhance = (root: ParentNode) => enhancers.forEach((run) => run(root));
  enhance(document);
  htmx.onLoad((root: Element) => enhance(root));
}
