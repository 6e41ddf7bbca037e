// The looks of frame and badge, and of the launcher while the panel is open, for a constructed style sheet beside the launcher's.
export const doorStyle = `.panel{position:fixed;z-index:2147483647;inset-inline-end:var(--x,20px);bottom:var(--y,20px);width:min(400px,100vw - 40px);height:min(680px,100dvh - var(--y,20px) - 92px);margin-bottom:72px;border:0;border-radius:var(--r,16px);box-shadow:0 8px 48px #0005;visibility:hidden;opacity:0;transition:opacity .16s}
.panel.start{inset-inline:var(--x,20px) auto}
.panel.open{visibility:visible;opacity:1}
@media(max-width:599px){.panel,.panel.start{inset:0;margin:0;width:100%;height:100dvh;border-radius:0}.l.open{display:none}}
b{position:absolute;top:-4px;inset-inline-end:-4px;padding:0 8px;border-radius:11px;background:#c4281c;color:#fff;font-size:12px;line-height:22px}
.open i{clip-path:path("M5 8l7 7 7-7 2 2-9 9-9-9z")}
@media(prefers-reduced-motion){.panel{transition:none}}`;
