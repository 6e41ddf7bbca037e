// The rules of the house as data: which room may import which. The table of ARCHITECTURE.md, held by house.mjs.
// `types`: rooms of which only types may be imported. `browser`: neither Node's modules nor zod.

/** A file belongs to the first room whose path it begins with. */
export const rooms = [
  { path: 'shared/', may: ['shared/'], browser: true },
  {
    path: 'server/intake/',
    may: ['server/turn.ts', 'server/handoff/desk', 'server/record/', 'shared/'],
    types: ['server/'],
  },
  { path: 'server/understand/', may: ['shared/'], types: ['server/site/'] },
  { path: 'server/decide/', may: ['shared/'], types: ['server/site/'] },
  { path: 'server/act/', may: ['shared/'], types: ['server/decide/', 'server/site/'] },
  {
    path: 'server/rollout/',
    may: ['shared/'],
    types: ['server/decide/', 'server/site/', 'server/store/'],
  },
  { path: 'server/speak/', may: ['shared/'], types: ['server/decide/', 'server/site/'] },
  { path: 'server/mail/', may: ['server/speak/', 'shared/'], types: ['server/'] },
  { path: 'server/record/', may: ['server/store/', 'shared/'] },
  {
    path: 'server/handoff/desk',
    may: ['server/handoff/', 'server/record/', 'server/store/', 'shared/'],
    types: ['server/site/', 'server/decide/'],
  },
  { path: 'server/handoff/', may: ['shared/'], types: ['server/site/', 'server/store/', 'server/decide/'] },
  { path: 'server/site/', may: ['shared/'] },
  { path: 'server/store/', may: ['shared/'] },
  { path: 'server/', may: ['server/', 'shared/'] },
  { path: 'widget/embed/', may: ['shared/bridge.ts'], types: ['shared/'], browser: true },
  { path: 'widget/chat/', may: ['widget/ui/', 'shared/'], browser: true },
  { path: 'widget/console/', may: ['widget/ui/', 'shared/'], browser: true },
  { path: 'widget/ui/', may: ['shared/'], browser: true },
  { path: 'demo/', may: ['demo/', 'server/', 'shared/', 'widget/'] },
  { path: 'tests/', may: ['tests/', 'demo/', 'server/', 'shared/', 'widget/'] },
];

/** Words that name no purpose: no file or folder is called so. */
export const emptyNames = ['util', 'utils', 'helper', 'common', 'misc', 'manager', 'stuff'];

export const mostLines = 300;

/** Built bytes after gzip that may not be passed. `open`: all that a first open downloads, loader included. */
export const budgets = { loader: 1_600, open: 28_000, console: 57_000 };
