/** The workbench as files: `dist/` is what the server gives out. Built for Chromium 109, the newest that Windows 7 runs. */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    target: 'chrome109',
    outDir: 'dist',
    emptyOutDir: true,
    // Scripts and styles come as files of their own: the page forbids any other.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
  },
  server: { proxy: { '/api': process.env.LUZHI_SERVER ?? 'http://127.0.0.1:8080' } },
});
