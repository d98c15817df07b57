import { open, type FileHandle } from 'node:fs/promises';

/** Bytes of a copy that may wait in the system's memory; more would make its end wait for the disk. */
const MOST_UNFLUSHED = 32 * 1024 * 1024;

/**
 * Flushes a file that another part of the program writes, aside of the main thread: SQLite flushes a copy whole at its
 * last step, in which nobody could work while a gigabyte goes to the disk.
 */
export class Flusher {
  readonly #file: string;
  #handle: FileHandle | undefined;
  #flushedBytes = 0;
  #isRunning = false;

  constructor(file: string) {
    this.#file = file;
  }

  /** Tells how much has been written. @returns whether a flush runs: near its end the writer should wait for it */
  written(bytes: number, isNearEnd: boolean): boolean {
    const waiting = bytes - this.#flushedBytes;
    const isWanted = waiting > (isNearEnd ? 0 : MOST_UNFLUSHED);
    if (isWanted && !this.#isRunning) void this.#flush(bytes);
    return this.#isRunning;
  }

  async close(): Promise<void> {
    await this.#handle?.close();
  }

  async #flush(bytes: number): Promise<void> {
    this.#isRunning = true;
    try {
      this.#handle ??= await open(this.#file, 'r+');
      await this.#handle.sync();
    } catch {
      // The last step flushes all of it anyway; this only spreads the work.
    }
    this.#flushedBytes = bytes;
    this.#isRunning = false;
  }
}
