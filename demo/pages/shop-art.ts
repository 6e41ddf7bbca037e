// The shop's pieces, drawn as SVG so that the page loads nothing from anywhere.
import { html, type Markup } from './markup.ts';

export const mark: Markup = html`<svg viewBox="0 0 32 32" width="30" height="30" aria-hidden="true"><path d="M6 13h20c0 9-4 15-10 15S6 22 6 13Z" fill="var(--accent)"/><path d="M11 9c0-3 3-3 3-6m4 6c0-3 3-3 3-6" fill="none" stroke="var(--ink)" stroke-width="2" stroke-linecap="round"/></svg>`;

const pieces: Record<string, Markup> = {
  teapot: html`<ellipse cx="120" cy="206" rx="78" ry="8" fill="#0002"/><path d="M60 130c0-38 26-58 60-58s60 20 60 58c0 44-24 72-60 72s-60-28-60-72Z" fill="#8b8f88"/><path d="M60 138c-26-4-34-26-44-44l-10 4c6 40 28 62 60 66Z" fill="#7b807a"/><path d="M176 104c34-10 46 6 40 30-6 22-26 34-46 34" fill="none" stroke="#7b807a" stroke-width="12"/><path d="M84 78c6-14 66-14 72 0Z" fill="#6d726c"/><circle cx="120" cy="60" r="9" fill="#6d726c"/><path d="M76 112c6-20 20-26 36-28" fill="none" stroke="#fff" stroke-opacity=".35" stroke-width="6" stroke-linecap="round"/>`,
  kettle: html`<ellipse cx="120" cy="206" rx="74" ry="8" fill="#0002"/><path d="M52 196c0-58 20-92 68-92s68 34 68 92c0 6-4 8-10 8H62c-6 0-10-2-10-8Z" fill="#c06a3d"/><path d="M70 150c-20-6-30-26-46-34l-8 10c16 16 22 44 46 50Z" fill="#a85a33"/><path d="M72 112C64 56 176 56 168 112" fill="none" stroke="#4a342a" stroke-width="11" stroke-linecap="round"/><path d="M98 106c4-12 40-12 44 0Z" fill="#a85a33"/><circle cx="120" cy="92" r="8" fill="#4a342a"/><path d="M72 176c2-30 10-46 26-54" fill="none" stroke="#fff" stroke-opacity=".4" stroke-width="6" stroke-linecap="round"/>`,
  bowls: html`<ellipse cx="120" cy="206" rx="84" ry="8" fill="#0002"/><path d="M44 166h152c-4 26-28 38-76 38s-72-12-76-38Z" fill="#3f5a5c"/><path d="M52 136h136c-4 24-26 34-68 34s-64-10-68-34Z" fill="#6f8a86"/><path d="M60 108h120c-4 22-24 30-60 30s-56-8-60-30Z" fill="#a9b8ac"/><path d="M68 82h104c-4 20-20 28-52 28s-48-8-52-28Z" fill="#e3dcc8"/><ellipse cx="120" cy="82" rx="52" ry="9" fill="#cfc6ae"/>`,
  coffee: html`<ellipse cx="120" cy="206" rx="62" ry="8" fill="#0002"/><path d="M68 70h104l8 128c0 4-2 6-6 6H66c-4 0-6-2-6-6Z" fill="#2f2723"/><path d="M68 70l8-18h88l8 18Z" fill="#463a34"/><rect x="84" y="104" width="72" height="64" rx="4" fill="#efe6d6"/><path d="M120 116c-14 8-14 32 0 40 14-8 14-32 0-40Zm0 0c6 14-6 26 0 40" fill="#a4452c" stroke="#efe6d6" stroke-width="3"/>`,
  stand: html`<ellipse cx="120" cy="206" rx="72" ry="8" fill="#0002"/><path d="M60 200h120M72 200V70h96v130" fill="none" stroke="#8a6a4a" stroke-width="10" stroke-linejoin="round"/><path d="M84 74h72l-22 44h-28Z" fill="#e8e0d0"/><path d="M98 142h44v46c0 8-44 8-44 0Z" fill="#d7e1e2" fill-opacity=".8"/><path d="M98 162h44v26c0 8-44 8-44 0Z" fill="#5a3a28"/><path d="M120 118v34" stroke="#5a3a28" stroke-width="3"/>`,
  apron: html`<path d="M92 40c8 20 48 20 56 0l10 6c-2 30 6 46 30 60v96H52v-96c24-14 32-30 30-60Z" fill="#7d8f9c"/><path d="M92 40c-2-24 58-24 56 0" fill="none" stroke="#5c6c78" stroke-width="6"/><path d="M86 140h68v36H86z" fill="#697b88"/><path d="M120 140v36" stroke="#5c6c78" stroke-width="3"/>`,
};

export function piece(name: string): Markup {
  return html`<svg viewBox="0 0 240 240" aria-hidden="true">${pieces[name]}</svg>`;
}
