// Types of trim-pages.mjs, which Vite's configuration imports.
import type { Plugin } from 'vite';

export function trimPages(): Plugin;
