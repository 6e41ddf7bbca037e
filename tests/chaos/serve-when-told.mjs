// A server of the chaos harness, as a process that has loaded its code and begins when it is told: so that one stands
// by while another runs. Its wall clock can be made to jump; it ends with whoever started it.
import { builtAt } from '../../server/build-if-stale.mjs';

const RealDate = Date;
let ahead = 0;
globalThis.Date = class extends RealDate {
  constructor(...given) {
    super(...(given.length === 0 ? [RealDate.now() + ahead] : given));
  }
  static now() {
    return RealDate.now() + ahead;
  }
};

const loaded = import(new URL('server/cli.js', builtAt).href);
process.once('disconnect', () => process.exit(1));
process.on('message', async ({ begin, jump }) => {
  if (jump !== undefined) ahead += jump;
  if (begin === undefined) return;
  Object.assign(process.env, begin);
  const { runCommand } = await loaded;
  process.exitCode = await runCommand(['serve'], { builtAt });
  process.disconnect();
});
