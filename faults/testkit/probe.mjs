// Loaded into a server ahead of its program: answers the message { ask: 'state' } with what the process holds on to.
// The product knows nothing of it.
import { readdirSync } from 'node:fs';
import { Session } from 'node:inspector/promises';

// biome-ignore lint/style/noProcessEnv: the server's own settings are checked, so the probe's come beside them.
const { OOPS_PROBE_SIGNALS } = process.env;

// The server imports the same module by the same URL, so it is the same class.
const { InProcessSignals } = await import(OOPS_PROBE_SIGNALS);
const session = new Session();
session.connect();

process.on('message', async ({ ask }) => {
  if (ask !== 'state') return;
  try {
    process.send({ state: await state() });
  } catch (error) {
    process.send({ failure: String(error?.stack ?? error) });
  }
});
// The channel must not keep a server alive that was told to stop.
process.channel?.unref();

async function state() {
  globalThis.gc?.();
  const resources = {};
  for (const type of process.getActiveResourcesInfo()) resources[type] = (resources[type] ?? 0) + 1;
  const { rss, heapUsed, external } = process.memoryUsage();
  return { memory: { rss, heapUsed, external }, resources, openFiles: openFiles(), listeners: await listeners() };
}

function openFiles() {
  try {
    return readdirSync('/proc/self/fd').length;
  } catch {
    return 0;
  }
}

/** Asks the garbage collector for every live object of the class, since nothing hands them out. */
async function listeners() {
  globalThis.oopsProbed = InProcessSignals.prototype;
  const objectGroup = 'probe';
  const { result: prototype } = await session.post('Runtime.evaluate', {
    expression: 'globalThis.oopsProbed',
    objectGroup,
  });
  const { objects } = await session.post('Runtime.queryObjects', {
    prototypeObjectId: prototype.objectId,
    objectGroup,
  });
  const { result: sum } = await session.post('Runtime.callFunctionOn', {
    objectId: objects.objectId,
    functionDeclaration: 'function () { return this.reduce((sum, signals) => sum + signals.listenerCount(), 0); }',
    returnByValue: true,
  });
  // Otherwise what was found would be held on to.
  await session.post('Runtime.releaseObjectGroup', { objectGroup });
  delete globalThis.oopsProbed;
  return sum.value;
}
