// The launcher's looks, for a constructed style sheet: no `<style>`, which strict pages refuse. Important rules
// inside a shadow root win over the page's, so resets and hiding rules do not reach in. The mark is a shape cut out of
// the words' colour, which is white below WCAG's luminance of .183 and black above it: 4.5 : 1 or more on any accent.
// XYZ's y is that luminance; what lies beyond white or black is drawn as these.
// Where colours are forced, a transparent border becomes visible.
export const launcherStyle = `:host{all:initial!important}
.l{position:fixed;z-index:2147483647;inset-inline-end:var(--x,20px);bottom:var(--y,20px);display:flex;align-items:center;gap:8px;min-width:56px;height:56px;padding:0 14px;border:2px solid #0000;border-radius:28px;background:var(--a) border-box;color:#fff;color:color(from var(--a) xyz calc(9e4*(.183 - y)) calc(9e4*(.183 - y)) calc(9e4*(.183 - y)));font:600 16px system-ui;cursor:pointer;box-shadow:0 4px 16px #0004}
.start{inset-inline:var(--x,20px) auto}
:focus-visible{outline:3px solid var(--a);outline-offset:3px}
i{width:24px;height:24px;background:currentColor;clip-path:path("M12 2a10 9 0 1 1-5 17l-4 3 1-5a10 9 0 0 1 8-15z")}
@media(forced-colors:active){i{background:ButtonText}}`;
