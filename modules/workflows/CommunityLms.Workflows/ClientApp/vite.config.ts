import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

// Names carry no hash: ASP.NET's MapStaticAssets gives every file its fingerprint and compresses it.
export default defineConfig({
  base: './',
  resolve: { alias: { '@shell': fileURLToPath(new URL('../../../../src/CommunityLms.Kernel.Web/ClientApp/src/features', import.meta.url)) } },
  build: {
    outDir: process.env.LMS_CLIENT_OUT ?? '../wwwroot/dist',
    emptyOutDir: true,
    sourcemap: false,
    modulePreload: false,
    // The content security policy takes no data: addresses for fonts.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
    target: ['chrome100', 'firefox100', 'safari15.4'],
    rolldownOptions: {
      input: { designer: 'src/designer.ts', viewer: 'src/viewer.ts', compare: 'src/compare.ts', 'form-editor': 'src/form-editor.ts' },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name].js', assetFileNames: '[name][extname]' },
    },
  },
});
