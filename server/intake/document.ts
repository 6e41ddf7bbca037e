// GET /widget/frame and GET /console: the two documents, written with what their first paint needs.
import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { accentPartners } from '../../shared/accent.ts';
import { baseLanguage } from '../../shared/base-language.ts';
import type { FrameConfig } from '../../shared/frame-config.ts';
import { protocolVersion } from '../../shared/protocol.ts';
import type { Site } from '../site/site.ts';
import type { Assets, PageName } from './assets.ts';
import { chooseLocale } from './choose-locale.ts';
import type { HttpApp, HttpEnv } from './http-app.ts';
import { originsOf, ownOrigin, type Where } from './origin.ts';
import { documentPolicy } from './security-headers.ts';

export interface DocumentPorts {
  assets: Assets;
  site(id: string): Site | undefined;
  where: Where;
}

const rightToLeft = new Set(['ar', 'dv', 'fa', 'he', 'ku', 'ps', 'sd', 'ug', 'ur', 'yi']);

export function serveDocuments(app: HttpApp, { assets, site, where }: DocumentPorts): void {
  const send = (context: Context<HttpEnv>, page: PageName, ancestors: string[], html: HtmlParts) => {
    const self = ownOrigin(context.env.incoming.headers, where);
    context.header(
      'Content-Security-Policy',
      documentPolicy({ self, ancestors, dev: assets.dev, startsWorker: page === 'chat' }),
    );
    context.header('Cache-Control', 'no-cache');
    context.header('Cross-Origin-Resource-Policy', page === 'chat' ? 'cross-origin' : 'same-origin');
    if (page === 'console') context.header('X-Frame-Options', 'DENY');
    return context.html(htmlOf(assets, page, html));
  };

  app.get('/widget/frame', (context) => {
    const found = site(context.req.query('site') ?? '');
    if (!found) return context.notFound();
    const self = ownOrigin(context.env.incoming.headers, where);
    const origins = originsOf(found, self);
    const locale = chooseLocale(context.req.query('locale') ?? context.req.header('accept-language'), found);
    const config = frameConfig(found, locale, origins, version(assets));
    return send(context, 'chat', origins, { title: found.name[found.locale]!, locale, config });
  });

  app.get('/console', (context) =>
    send(context, 'console', [], {
      title: 'Handrail',
      locale: 'en',
      config: { protocol: protocolVersion, version: version(assets) },
    }),
  );
}

function frameConfig(site: Site, locale: string, origins: string[], version: string): FrameConfig {
  return {
    protocol: protocolVersion,
    site: site.id,
    name: site.name[site.locale]!,
    assistant: site.assistant.name,
    locale,
    locales: site.locales,
    theme: site.theme,
    accent: accentPartners(site.theme.accent) ?? accentPartners('#000000')!,
    origins,
    version,
    ...(site.notify ? { notify: site.notify } : {}),
  };
}

/** Changes with the build: an old page and a new server know each other by it. */
function version(assets: Assets): string {
  const { script, styles } = assets.page('chat');
  return createHash('sha256')
    .update([script, ...styles].join('\n'))
    .digest('hex')
    .slice(0, 12);
}

interface HtmlParts {
  title: string;
  locale: string;
  config: unknown;
}

function htmlOf(assets: Assets, page: PageName, { title, locale, config }: HtmlParts): string {
  const { script, styles, preloads } = assets.page(page);
  const direction = rightToLeft.has(baseLanguage(locale)) ? 'rtl' : 'ltr';
  // JSON in a script element ends at the first `</script`, whatever string it stands in.
  const json = JSON.stringify(config).replaceAll('<', '\\u003c');
  return [
    '<!doctype html>',
    `<html lang="${escaped(locale)}" dir="${direction}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content">',
    '<meta name="color-scheme" content="light dark">',
    '<link rel="icon" href="data:,">',
    `<title>${escaped(title)}</title>`,
    ...styles.map((href) => `<link rel="stylesheet" href="${escaped(href)}">`),
    ...preloads.map((href) => `<link rel="modulepreload" href="${escaped(href)}">`),
    `<script type="application/json" id="config">${json}</script>`,
    ...(assets.dev ? ['<script type="module" src="/@vite/client"></script>'] : []),
    '</head>',
    '<body><div id="app"></div>',
    // Below what it fills, and `async`: it runs as a task of its own, not within the end of the document's parsing.
    `<script type="module" async src="${escaped(script)}"></script>`,
    '</body>',
    '</html>',
  ].join('\n');
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
