/** The words scripts need, in the reader's language, as the layout wrote them into `<script type="application/json" class="lms-words">`, and a page with scripts of its own into another. */
type Words = Record<string, string>;

const words: Words = Object.assign({}, ...[...document.querySelectorAll('script.lms-words')].map((script) => JSON.parse(script.textContent) as Words)) as Words;

/** The text for an English key, with {0}, {1} … replaced; the key itself where the page brought no translation. */
export function say(key: string, ...values: (string | number)[]): string {
  return (words[key] ?? key).replace(/\{(\d)\}/g, (_, n: string) => String(values[Number(n)] ?? ''));
}
