/** A kind of request: what it carries and what it is answered with. */
type Requests<T> = { [K in keyof T]: { input: unknown; output: unknown } };

/** Functions that answer the other side's requests. */
export type Answers<T extends Requests<T>> = {
  [K in keyof T]: (input: T[K]['input']) => T[K]['output'] | Promise<T[K]['output']>;
};

/** One end of the line between the app under test and the test. */
export interface Link<T extends Requests<T>> {
  /** @throws when the other side failed or has gone */
  ask<K extends keyof T & string>(kind: K, input: T[K]['input']): Promise<T[K]['output']>;
  /** Ends every question that is open: nobody will answer any more. */
  end(reason: string): void;
}

interface Waiting {
  done: (value: unknown) => void;
  failed: (error: Error) => void;
}

type Packet =
  | { type: 'ask'; number: number; kind: string; input: unknown }
  | { type: 'answer'; number: number; output: unknown }
  | { type: 'failure'; number: number; message: string };

/** What a link runs over: `process` in the child, the child's handle in the test. */
export interface Wire {
  send: (packet: Packet) => void;
  onPacket: (listener: (packet: Packet) => void) => void;
}

/** Joins both ends of a wire: each side asks, the other answers. */
export function createLink<Theirs extends Requests<Theirs>, Ours extends Requests<Ours>>(
  wire: Wire,
  answers: Answers<Ours>,
): Link<Theirs> {
  const waiting = new Map<number, Waiting>();
  let number = 0;
  const answer = async (packet: Extract<Packet, { type: 'ask' }>) => {
    try {
      const respond = answers[packet.kind as keyof Ours];
      wire.send({ type: 'answer', number: packet.number, output: await respond(packet.input) });
    } catch (error) {
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
      wire.send({ type: 'failure', number: packet.number, message });
    }
  };
  wire.onPacket((packet) => {
    if (packet.type === 'ask') {
      void answer(packet);
      return;
    }
    const open = waiting.get(packet.number);
    waiting.delete(packet.number);
    if (packet.type === 'answer') open?.done(packet.output);
    else open?.failed(new Error(packet.message));
  });
  return {
    ask: (kind, input) =>
      new Promise((done, failed) => {
        waiting.set(++number, { done: done, failed });
        wire.send({ type: 'ask', number, kind, input });
      }),
    end(reason) {
      for (const open of waiting.values()) open.failed(new Error(reason));
      waiting.clear();
    },
  };
}
