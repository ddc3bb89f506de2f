import { say } from '@shell/words.ts';

/** The parts of the editor that speak; not the form itself, whose words are its author's. */
const speaking = '.fjs-palette-container, .fjs-properties-container';

/** Words that mean something else elsewhere in the interface. */
const clearer: Record<string, string> = { Number: 'Number field', Key: 'Name of the answer' };
const inOurs = (words: string) => say(clearer[words] ?? words);

/** form-js has no translations, so its own words are replaced where they appear. What it writes anew is replaced anew. */
export function translate(place: HTMLElement): void {
  const replace = (text: Text) => {
    const words = text.data.trim();
    const ours = words && inOurs(words);
    if (ours && ours !== words && text.parentElement?.closest(speaking)) text.data = text.data.replace(words, ours);
  };
  const walk = (node: Node) => {
    if (node instanceof Text) return replace(node);
    if (!(node instanceof Element)) return;
    for (const attribute of ['placeholder', 'title', 'aria-label']) {
      const words = node.getAttribute(attribute);
      if (words && node.closest(speaking) && inOurs(words) !== words) node.setAttribute(attribute, inOurs(words));
    }
    node.childNodes.forEach(walk);
  };
  new MutationObserver((changes) => {
    for (const change of changes) change.type === 'characterData' ? walk(change.target) : change.addedNodes.forEach(walk);
  }).observe(place, { childList: true, characterData: true, subtree: true });
  walk(place);
}
