import { defineConfig } from 'vite';
import { sprite } from './sprite.ts';

// Names carry no hash: ASP.NET's MapStaticAssets gives every file its fingerprint and compresses it.
export default defineConfig({
  base: './',
  publicDir: 'public',
  plugins: [sprite()],
  build: {
    outDir: process.env.LMS_CLIENT_OUT ?? '../wwwroot/dist',
    emptyOutDir: true,
    sourcemap: false,
    modulePreload: false,
    // ECharts alone is above the default; only pages with charts load it.
    chunkSizeWarningLimit: 600,
    target: ['chrome100', 'firefox100', 'safari15.4'],
    cssTarget: ['chrome111', 'firefox113', 'safari16.2'],
    rolldownOptions: {
      input: { app: 'src/app.ts', charts: 'src/charts.ts' },
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: '[name].js',
        assetFileNames: '[name][extname]',
      },
    },
  },
  css: { preprocessorOptions: { scss: { quietDeps: true, loadPaths: ['node_modules/@tabler/core/scss'] } } },
});
