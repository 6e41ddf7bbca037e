// The launcher's looks, for a constructed style sheet: no `<style>`, which strict pages refuse. Important rules
// inside a shadow root win over the page's, so resets and hiding rules do not reach in.
export const launcherStyle = `:host{all:initial!important;display:block!important}
.l,.p{position:fixed;z-index:2147483647;inset-inline-end:var(--x,20px);bottom:var(--y,20px);border:0}
.start{inset-inline:var(--x,20px) auto}
.l{display:flex;align-items:center;gap:8px;min-width:56px;height:56px;padding:0 16px;border-radius:28px;background:var(--a);color:var(--o);font:600 16px system-ui;cursor:pointer;box-shadow:0 4px 16px #0004}
.l:focus-visible{outline:3px solid var(--a);outline-offset:3px}
svg{width:24px;fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
b{position:absolute;top:-4px;inset-inline-end:-4px;padding:0 8px;border-radius:11px;background:#c4281c;color:#fff;font-size:12px;line-height:22px}
.p{width:min(400px,100vw - 40px);height:min(680px,100dvh - var(--y,20px) - 92px);margin-bottom:72px;border-radius:var(--r);box-shadow:0 8px 48px #0005;visibility:hidden;opacity:0;transition:opacity .16s}
.p.open{visibility:visible;opacity:1}
@media(max-width:599px){.p{inset:0;margin:0;width:100%;height:100dvh;border-radius:0}.l.open{display:none}}
@media(prefers-reduced-motion){.p{transition:none}}
@media(forced-colors:active){.l{border:2px solid}}`;
