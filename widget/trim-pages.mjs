// A Vite plugin: what the pages fetch later comes without style sheets and needs nothing that is not there, so Vite's
// preloading has nothing to do and is left out.

const preloadHelper = /vite\/preload-helper\.js$/;

/** Only for builds: a development server preloads nothing. */
export function trimPages() {
  let missed = true;
  const pages = ['client', 'desk'];
  return {
    name: 'handrail:trim-pages',
    apply: 'build',
    applyToEnvironment: (environment) => pages.includes(environment.name),
    transform: {
      filter: { id: preloadHelper },
      handler() {
        missed = false;
        return {
          code: 'export const __vitePreload = (load) => load();',
          map: null,
          moduleSideEffects: false,
        };
      },
    },
    generateBundle(_options, bundle) {
      for (const { fileName, isDynamicEntry, viteMetadata } of Object.values(bundle)) {
        if (isDynamicEntry && viteMetadata?.importedCss.size > 0)
          this.error(`${fileName} has a style sheet, which nothing would load: take it in with ?inline.`);
      }
    },
    buildEnd(error) {
      // Another version may call it otherwise: better a build that stops than one that grows unseen.
      if (!error && missed) this.error('There is no vite/preload-helper.js any more.');
    },
  };
}
