import { generateKeyPairSync } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { UpdatePlatform } from '#shared/domain/updates/updateHeader.ts';
import { signUpdate } from '../updates/signUpdate.ts';
import { projectFolder } from './projectFolder.ts';

/*
 * For the publisher. Once, on a computer of the publisher's own:
 *   node electron/tools/signUpdate.ts --make-key publisher-key.pem
 * writes the secret key there and the public one to resources/update-key.pem, which is built into the program. Then,
 * for each installer:
 *   node electron/tools/signUpdate.ts --key publisher-key.pem --platform win32 --arch x64 dist/Shyng-1.4.0-setup-x64.exe
 * writes dist/Shyng-1.4.0-setup-x64.exe.shyng-update, which can be carried to any computer on a stick.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'make-key': { type: 'string' },
    key: { type: 'string' },
    platform: { type: 'string', default: process.platform },
    arch: { type: 'string', default: process.arch },
    version: { type: 'string' },
    'notes-kk': { type: 'string', default: '' },
    'notes-ru': { type: 'string', default: '' },
    'notes-en': { type: 'string', default: '' },
  },
});

function makeKey(file: string): void {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  // `wx`: a key that is there already is never written over.
  writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
  const shipped = join(projectFolder, 'resources', 'update-key.pem');
  writeFileSync(shipped, publicKey.export({ type: 'spki', format: 'pem' }));
  console.log(`Secret key: ${file} (keep it away from this project)\nPublic key: ${shipped}`);
}

const ownVersion = (): string => {
  const manifest = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as {
    version: string;
  };
  return manifest.version;
};

const [installer] = positionals;
if (values['make-key'] !== undefined) makeKey(values['make-key']);
else if (values.key === undefined || installer === undefined) {
  console.error('Give --key and an installer, or --make-key and a file for the new key.');
  process.exitCode = 1;
} else {
  const target = `${installer}.shyng-update`;
  const header = await signUpdate(installer, target, readFileSync(values.key, 'utf8'), {
    version: values.version ?? ownVersion(),
    platform: values.platform as UpdatePlatform,
    arch: values.arch,
    notes: { kk: values['notes-kk'], ru: values['notes-ru'], en: values['notes-en'] },
  });
  console.log(`${target}: ${header.version} for ${header.platform} ${header.arch}`);
}
