// A Vite plugin: leaves out of the pages what of others' code they do not use. Socket.IO's table of transports names
// all three and so keeps them in every bundle, though socket-connection.ts hands in those that are to be used; and
// protocol 1 is text alone, so that nothing has to find, take apart or put together binary data. What the pages fetch
// later comes without style sheets and needs nothing that is not there, so Vite's preloading has nothing to do.

/** Modules by the end of their id, and what stands in their place. */
const lesser = {
  'vite/preload-helper.js': 'export const __vitePreload = (load) => load();',
  'engine.io-client/build/esm/transports/index.js': 'export const transports = {};',
  'engine.io-parser/build/esm/encodePacket.browser.js': `
    import { PACKET_TYPES } from './commons.js';
    export const encodePacket = ({ type, data }, _binary, give) => give(PACKET_TYPES[type] + (data || ''));
    export const encodePacketToBinary = undefined;`,
  'engine.io-parser/build/esm/contrib/base64-arraybuffer.js': `
    export const decode = () => { throw new Error('Binary data is no part of the protocol.'); };`,
  'socket.io-parser/build/esm/is-binary.js': `
    export const isBinary = () => false;
    export const hasBinary = () => false;`,
  'socket.io-parser/build/esm/binary.js': `
    export const deconstructPacket = undefined;
    export const reconstructPacket = undefined;`,
};
/** Where those are; these modules have no effect but through what they export, though their packages do not say so. */
const packages =
  /vite\/preload-helper\.js$|\/node_modules\/(?:(?:engine|socket)\.io-(?:client|parser))\/build\/esm(?:-debug)?\//;

/** Only for builds: a development server bundles packages by itself, whole. */
export function trimPages() {
  const missed = new Set(Object.keys(lesser));
  return {
    name: 'handrail:trim-pages',
    apply: 'build',
    applyToEnvironment: (environment) => environment.name === 'client',
    transform: {
      filter: { id: packages },
      handler(code, id) {
        const end = Object.keys(lesser).find((path) => id.replace('/esm-debug/', '/esm/').endsWith(path));
        missed.delete(end);
        return { code: end ? lesser[end] : code, map: null, moduleSideEffects: false };
      },
    },
    generateBundle(_options, bundle) {
      for (const { fileName, isDynamicEntry, viteMetadata } of Object.values(bundle)) {
        if (isDynamicEntry && viteMetadata?.importedCss.size > 0)
          this.error(`${fileName} has a style sheet, which nothing would load: take it in with ?inline.`);
      }
    },
    buildEnd(error) {
      // Another version may have other modules: better a build that stops than one that grows unseen.
      if (!error && missed.size > 0) this.error(`There is no ${[...missed].join(', ')} any more.`);
    },
  };
}
