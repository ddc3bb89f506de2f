import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** Turns the outline of one Tabler icon into a symbol; the stroke comes from the css, so the icon takes the colour of its text. */
function symbol(name: string): string {
  const svg = readFileSync(path(`node_modules/@tabler/icons/icons/outline/${name}.svg`), 'utf8');
  const body = svg
    .slice(svg.indexOf('>') + 1, svg.lastIndexOf('</svg>'))
    .replace(/<path stroke="none" d="M0 0h24v24H0z" fill="none"\s*\/>/, '')
    .replace(/\s*\n\s*/g, '')
    .replace(/ \/>/g, '/>');
  return `<symbol id="${name}" viewBox="0 0 24 24">${body}</symbol>`;
}

/** Emits `icons.svg` with the icons named in icons.json, and fails the build on a name Tabler doesn't have. */
export function sprite(): Plugin {
  return {
    name: 'icon-sprite',
    buildStart() {
      this.addWatchFile(path('icons.json'));
    },
    generateBundle() {
      const names = JSON.parse(readFileSync(path('icons.json'), 'utf8')) as string[];
      this.emitFile({
        type: 'asset',
        fileName: 'icons.svg',
        source: `<svg xmlns="http://www.w3.org/2000/svg">${names.map(symbol).join('')}</svg>`,
      });
    },
  };
}
