import { readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { RouteInput } from '#shared/contract/registry.ts';
import { MAX_ATTACHMENTS } from '#shared/domain/attachments/fileType.ts';
import { attachmentPath, contentHash } from '../../../electron/files/attachmentFiles.ts';
import { openApplication, type TestApplication } from '../../helpers/application.ts';
import { backUp, previewOf } from '../../helpers/backup.ts';
import { aPurchase, aWorkshop } from '../../helpers/baseEntries.ts';
import { anInternship, aPartner, aStudent } from '../../helpers/entries.ts';
import { setUpTraining } from '../../helpers/training.ts';

const PDF = Buffer.from('%PDF-1.7 келісім-шарт');

async function withStudent(app: TestApplication): Promise<{ entity: 'students'; ownerId: string }> {
  const { id } = await app.call('people.createStudent', aStudent({}));
  return { entity: 'students', ownerId: id };
}

const asInput = (content: Buffer, fileName = 'келісім.pdf') => ({
  fileName,
  content: content.toString('base64'),
});

/** A workshop, an internship and a line of the purchase list. */
async function ownersOfTheBase(app: TestApplication): Promise<RouteInput<'attachments.list'>[]> {
  const workshop = await app.call('base.addWorkshop', aWorkshop);
  const purchase = await app.call('base.addPurchase', aPurchase);
  const { ownerId: studentId } = await withStudent(app);
  const { id: partnerId } = await app.call('partners.save', aPartner);
  const internship = await app.call('partners.saveInternship', anInternship({ studentId, partnerId }));
  return [
    { entity: 'workshops', ownerId: workshop.id },
    { entity: 'internships', ownerId: internship.id },
    { entity: 'purchases', ownerId: purchase.id },
  ];
}

describe('files beside a record', () => {
  test('are kept under their hash and given back whole, the same content once', async () => {
    await using app = await openApplication();
    const owner = await withStudent(app);
    const { id } = await app.call('attachments.add', { ...owner, ...asInput(PDF, '../../../etc/passwd') });
    await app.call('attachments.add', { ...owner, ...asInput(PDF) });
    const { attachments } = await app.call('attachments.list', owner);
    expect(attachments.map((row) => [row.fileName, row.mediaType, row.sizeBytes])).toEqual([
      ['../../../etc/passwd', 'application/pdf', PDF.length],
      ['келісім.pdf', 'application/pdf', PDF.length],
    ]);
    const read = await app.call('attachments.read', { id });
    expect(Buffer.from(read.content, 'base64').equals(PDF)).toBe(true);
    const files = await readdir(join(app.dataFolder, 'attachments'), { recursive: true });
    expect(files.filter((name) => name.endsWith(contentHash(PDF)))).toHaveLength(1);
  });

  test('are removed and come back by undo', async () => {
    await using app = await openApplication();
    const owner = await withStudent(app);
    const { id } = await app.call('attachments.add', { ...owner, ...asInput(PDF) });
    await app.call('attachments.remove', { id });
    expect((await app.call('attachments.list', owner)).attachments).toEqual([]);
    expect(await app.refused('attachments.read', { id })).toBe('not_found');
    await app.call('history.undo', {});
    expect((await app.call('attachments.read', { id })).fileName).toBe('келісім.pdf');
  });

  test('of other kinds, too large, or of no record are refused, and nothing is stored', async () => {
    await using app = await openApplication();
    const owner = await withStudent(app);
    const refused = (content: Buffer) => app.refused('attachments.add', { ...owner, ...asInput(content) });
    expect(await refused(Buffer.from('<script>alert(1)</script>'))).toBe('attachment_type');
    expect(await refused(Buffer.concat([PDF, Buffer.alloc(12_000_000)]))).toBe('attachment_too_large');
    const nobody = { entity: 'students' as const, ownerId: '01a20675-58fa-7000-8000-000000000000' };
    expect(await app.refused('attachments.add', { ...nobody, ...asInput(PDF) })).toBe('not_found');
    await expect(stat(join(app.dataFolder, 'attachments'))).rejects.toThrow('ENOENT');
  });

  test('photos lie beside a practice, as many as one record may have', async () => {
    await using app = await openApplication();
    const { sessionId } = await setUpTraining(app);
    const owner = { entity: 'sessions' as const, ownerId: sessionId };
    const photo = (index: number): Buffer =>
      Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from(`photo ${index}`)]);
    for (let index = 0; index < MAX_ATTACHMENTS; index += 1)
      await app.call('attachments.add', { ...owner, ...asInput(photo(index), `${index}.jpg`) });
    const { attachments } = await app.call('attachments.list', owner);
    expect(attachments).toHaveLength(MAX_ATTACHMENTS);
    expect(new Set(attachments.map((row) => row.mediaType))).toEqual(new Set(['image/jpeg']));
    const more = { ...owner, ...asInput(photo(-1), 'x.jpg') };
    expect(await app.refused('attachments.add', more)).toBe('attachment_too_many');
    expect((await app.call('attachments.list', owner)).attachments).toHaveLength(MAX_ATTACHMENTS);
    const [first] = attachments;
    await app.call('attachments.remove', { id: first?.id ?? '' });
    await app.call('attachments.add', more);
  });

  test('that are gone or damaged on the disk are told apart', async () => {
    await using app = await openApplication();
    const owner = await withStudent(app);
    const { id } = await app.call('attachments.add', { ...owner, ...asInput(PDF) });
    const path = attachmentPath(app.dataFolder, contentHash(PDF));
    await writeFile(path, 'басқа мазмұн');
    expect(await app.refused('attachments.read', { id })).toBe('attachment_damaged');
    await rm(path);
    expect(await app.refused('attachments.read', { id })).toBe('attachment_missing');
    // The same file added again heals the first row too.
    await app.call('attachments.add', { ...owner, ...asInput(PDF) });
    expect((await app.call('attachments.read', { id })).fileName).toBe('келісім.pdf');
  });

  test('of a workshop, an internship and a purchase travel with the backup', async () => {
    await using app = await openApplication();
    const owners = await ownersOfTheBase(app);
    const kept = await Promise.all(
      owners.map(async (owner, index) => {
        const content = Buffer.from(`%PDF-1.7 ${owner.entity}`);
        const { id } = await app.call('attachments.add', { ...owner, ...asInput(content, `${index}.pdf`) });
        return { id, content };
      }),
    );
    const fileName = await backUp(app);
    for (const { id, content } of kept) {
      await app.call('attachments.remove', { id });
      await rm(attachmentPath(app.dataFolder, contentHash(content)));
    }
    const { previewId } = await previewOf(app, fileName);
    await app.call('backup.restore', { previewId });
    for (const [index, { id, content }] of kept.entries()) {
      const read = await app.call('attachments.read', { id });
      expect(Buffer.from(read.content, 'base64').equals(content)).toBe(true);
      const listed = await app.call('attachments.list', owners[index]!);
      expect(listed.attachments.map((row) => row.fileName)).toEqual([`${index}.pdf`]);
    }
  });
});
