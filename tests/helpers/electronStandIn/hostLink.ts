import { createLink, type Answers, type Link, type Wire } from './link.ts';
import type { AppRequests, HostRequests } from './messages.ts';

type Packets = Parameters<Wire['send']>[0];

const answers: Partial<Answers<HostRequests>> = {};

const wire: Wire = {
  send: (packet) => {
    if (process.connected) process.send?.(packet);
  },
  onPacket: (listener) => process.on('message', (packet) => listener(packet as Packets)),
};

/** The line to the test, from inside the app under test. */
export const host: Link<AppRequests> = createLink<AppRequests, HostRequests>(
  wire,
  new Proxy(answers, { get: (known, kind) => Reflect.get(known, kind) as unknown }) as Answers<HostRequests>,
);

/** Says how a request of the test is answered; each part of the stand-in answers for its own. */
export function answerHost<K extends keyof HostRequests>(kind: K, respond: Answers<HostRequests>[K]): void {
  answers[kind] = respond;
}

// Without the test there is nobody to show anything to.
process.on('disconnect', () => process.exit(0));
