/**
 * The scripts that make a Chromium page look like a window of Electron with an isolated preload: one runs in a world
 * of its own with `ipcRenderer` and `contextBridge`, one in the page's world with what was exposed to it.
 */

/** Name of the world that the preload runs in. */
export const PRELOAD_WORLD = 'shyng-preload';
/** Function that only the preload's world has, by which its calls leave the page. */
export const CALL_BINDING = '__standInCall';

/**
 * Carries values, functions and promises between the two worlds, over events of the window, as Electron's context
 * bridge does. Both ends are this same text.
 */
const BRIDGE = `
function createBridge(own, other, onExpose) {
  const functions = new Map(), promises = new Map();
  let last = 0, returned;
  const say = (detail) => window.dispatchEvent(new CustomEvent('stand-in:' + other, { detail }));
  const keep = (kind, value) => {
    const id = ++last;
    if (kind === 'function') functions.set(id, value);
    else value.then(
      (result) => say({ settled: id, value: encode(result) }),
      (error) => say({ settled: id, failure: String(error && error.message || error) }),
    );
    return { __bridge: kind, id };
  };
  const each = (value, change) => Array.isArray(value)
    ? value.map(change)
    : Object.fromEntries(Object.entries(value).map(([key, child]) => [key, change(child)]));
  const encode = (value) => {
    if (typeof value === 'function') return keep('function', value);
    if (value instanceof Promise) return keep('promise', value);
    return value !== null && typeof value === 'object' ? each(value, encode) : value;
  };
  const decode = (value) => {
    if (value === null || typeof value !== 'object') return value;
    if (value.__bridge === 'function') return (...args) => call(value.id, args);
    if (value.__bridge === 'promise') return new Promise((done, failed) => promises.set(value.id, { done, failed }));
    return each(value, decode);
  };
  const call = (id, args) => {
    say({ call: id, args: args.map(encode) });
    if ('failure' in returned) throw new Error(returned.failure);
    return decode(returned.value);
  };
  const answer = ({ call: id, args }) => {
    try {
      return { returns: true, value: encode(functions.get(id)(...args.map(decode))) };
    } catch (error) {
      return { returns: true, failure: String(error && error.message || error) };
    }
  };
  window.addEventListener('stand-in:' + own, ({ detail }) => {
    if ('call' in detail) say(answer(detail));
    else if ('returns' in detail) returned = detail;
    else if ('settled' in detail) {
      const promise = promises.get(detail.settled);
      promises.delete(detail.settled);
      if ('failure' in detail) promise.failed(new Error(detail.failure));
      else promise.done(decode(detail.value));
    } else onExpose(detail, decode);
  });
  return { say, encode };
}`;

/** The page's world: puts on `window` what the preload exposes. */
export const MAIN_WORLD_SCRIPT = `(() => {
  if (window !== window.top) return;
  ${BRIDGE}
  const { say } = createBridge('page', 'preload', ({ expose, api }, decode) => {
    if (!(expose in window)) Object.defineProperty(window, expose, { value: Object.freeze(decode(api)), enumerable: true });
  });
  say({ hello: true });
})()`;

/**
 * The preload's world.
 * @param preload text of the built preload, which is CommonJS and stands alone
 */
export function preloadWorldScript(preload: string): string {
  return `(() => {
  if (window !== window.top) return;
  ${BRIDGE}
  const exposed = [];
  const { say, encode } = createBridge('preload', 'page', () => exposed.forEach(say));
  const waiting = new Map(), listeners = new Map();
  let last = 0;
  const ipcRenderer = {
    invoke: (channel, ...args) => new Promise((done, failed) => {
      waiting.set(++last, { done, failed });
      ${CALL_BINDING}(JSON.stringify({ number: last, channel, args }));
    }),
    on: (channel, listener) => {
      if (!listeners.has(channel)) listeners.set(channel, new Set());
      listeners.get(channel).add(listener);
    },
    off: (channel, listener) => listeners.get(channel)?.delete(listener),
  };
  const contextBridge = {
    exposeInMainWorld: (expose, api) => {
      exposed.push({ expose, api: encode(api) });
      say(exposed.at(-1));
    },
  };
  globalThis.__standInAnswer = (number, outcome) => {
    const call = waiting.get(number);
    waiting.delete(number);
    if (outcome.ok) call.done(outcome.value);
    else call.failed(new Error(outcome.message));
  };
  globalThis.__standInSend = (channel, args) => {
    for (const listener of listeners.get(channel) ?? []) listener({ sender: ipcRenderer }, ...args);
  };
  const require = (name) => {
    if (name !== 'electron') throw new Error('A sandboxed preload cannot require ' + name);
    return { ipcRenderer, contextBridge };
  };
  const module = { exports: {} };
  (function (require, module, exports) {
${preload}
  })(require, module, module.exports);
})()`;
}
