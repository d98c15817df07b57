const LOOK_EVERY_MS = 300;

/**
 * Stops the program in order when `npm run` has been ended: npm ends the shell between itself and this process, but
 * the signal does not come through. Started in another way, nothing is watched.
 */
export function endWithNpm(): void {
  if (process.env['npm_lifecycle_event'] === undefined || process.platform === 'win32') return;
  const parent = process.ppid;
  const look = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(look);
    process.kill(process.pid, 'SIGTERM');
  }, LOOK_EVERY_MS);
  look.unref();
}
