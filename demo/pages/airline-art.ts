// The airline's pictures, drawn as SVG so that the page loads nothing from anywhere.
import { html, type Markup } from './markup.ts';

export const logo: Markup = html`<svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true"><circle cx="16" cy="16" r="15" fill="none" stroke="currentColor" stroke-width="2"/><path d="M16 1c6 5 6 25 0 30M16 1c-6 5-6 25 0 30" fill="none" stroke="currentColor" stroke-width="2"/><path d="M4 21 28 9" stroke="var(--accent-2)" stroke-width="3" stroke-linecap="round"/></svg>`;

/** A fjord at dusk with a plane above it; wide, and cut at the sides on a phone. */
export const hero: Markup = html`<svg class="scene" viewBox="0 0 1440 620" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop class="sky-a" offset="0"/><stop class="sky-b" offset=".55"/><stop class="sky-c" offset="1"/></linearGradient></defs>
<rect width="1440" height="620" fill="url(#sky)"/>
<circle class="sun" cx="1080" cy="330" r="64"/>
<path class="far" d="M0 455 120 420 230 445 380 405 520 440 660 372 790 422 930 310 1080 400 1210 325 1330 385 1440 335V620H0Z"/>
<path class="snow" d="m930 310 40 28-20 6-20 12-22-14-14 4Z"/>
<path class="mid" d="M0 505 150 470 300 510 470 465 620 505 800 445 960 490 1130 420 1290 480 1440 430V620H0Z"/>
<path class="near" d="M0 540 200 490 420 545 640 500 900 552 1140 505 1440 548V620H0Z"/>
<path class="trail" d="M560 236C690 220 790 184 868 142"/>
<g class="plane" transform="translate(862 118) rotate(-18)"><path d="M0 14h52c12 0 22 4 22 8s-10 8-22 8H10L0 14Zm18 16h18L20 52H10Zm4-16h14L26 0h-8ZM0 14-8 0H2l10 14Z"/></g>
</svg>`;

const art: Record<string, Markup> = {
  fjord: html`<path fill="#9ec9d6" d="M0 0h320v180H0Z"/><circle cx="238" cy="58" r="22" fill="#f7dca0"/><path fill="#54889b" d="m0 120 70-62 54 46 60-70 74 74 62-40v112H0Z"/><path fill="#2c5f74" d="m0 150 90-30 90 26 70-22 70 24v32H0Z"/><path fill="#e9f2f3" d="m184 34 22 24-14-2-8 10-10-12-10 4Z"/>`,
  harbour: html`<path fill="#f3c9a5" d="M0 0h320v180H0Z"/><path fill="#b5533c" d="M30 70h36v60H30Z"/><path fill="#d98e4a" d="M70 56h40v74H70Z"/><path fill="#8f3f3a" d="M114 78h32v52h-32Z"/><path fill="#e0b15c" d="M150 62h40v68h-40Z"/><path fill="#a94c3d" d="M194 72h34v58h-34Z"/><path fill="#c97b45" d="M232 52h46v78h-46Z"/><path fill="#6d3030" d="m28 70 20-18 20 18Zm166 2 17-16 19 16Z"/><path fill="#3b6f86" d="M0 128h320v52H0Z"/><path fill="#fff" d="M118 142h70l-12 14h-46Zm34-34v30h26Z"/>`,
  aurora: html`<path fill="#10243f" d="M0 0h320v180H0Z"/><path fill="#3fd0a0" opacity=".55" d="M-10 70C60 10 110 100 180 40s120 0 160-20v40c-50 30-110-6-160 44S50 66-10 120Z"/><path fill="#8be0c0" opacity=".4" d="M-10 60C70 30 120 90 190 50s100 6 140-14v20c-50 20-90-6-140 24S60 70-10 90Z"/><g fill="#fff"><circle cx="40" cy="24" r="1.5"/><circle cx="110" cy="16" r="1.2"/><circle cx="206" cy="20" r="1.5"/><circle cx="280" cy="34" r="1.2"/><circle cx="250" cy="88" r="1.2"/></g><path fill="#07162a" d="m0 150 60-28 50 20 70-34 60 34 80-24v62H0Z"/>`,
  peaks: html`<path fill="#c9c4e6" d="M0 0h320v180H0Z"/><path fill="#6f6aa5" d="m0 130 66-84 44 52 48-66 62 78 40-42 60 62v50H0Z"/><path fill="#f4f2fb" d="m66 46 22 26-12-2-10 12-12-10-10 2Zm92-14 26 34-14-4-10 12-14-12-10 2Z"/><path fill="#3f5f8a" d="M0 138h320v42H0Z"/><path fill="#1d3553" d="M196 150c16-14 44-14 56 2 6-8 10-14 20-16-2 8-4 12-2 20-8-4-10-4-16-2-18 10-44 8-58-4Z"/>`,
};

export function picture(name: string): Markup {
  return html`<svg viewBox="0 0 320 180" preserveAspectRatio="xMidYMid slice" aria-hidden="true">${art[name]}</svg>`;
}
