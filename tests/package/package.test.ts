import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractAll, extractFile, listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { Arch, Platform, build } from 'electron-builder';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATA_SUBFOLDER, personalFolder } from '../../electron/dataFolder.ts';
import { MainJob } from '../e2e/mainJob.ts';
import { chromiumOptions } from '../helpers/chromium.ts';
import { makeCisWorkbook } from '../helpers/cisWorkbook.ts';
import { StandInApp } from '../helpers/electronStandIn/standInApp.ts';
import { makeSampleScheme } from '../helpers/sampleScheme.ts';
import { makeDistribution } from './standInDistribution.ts';

const SCHEME = '15 Plumbing and Heating';
const COMPETENCY = 'Сантехника және жылыту';

const project = join(import.meta.dirname, '..', '..');
const work = mkdtempSync(join(tmpdir(), 'shyng-package-'));
const app = join(work, 'dist', 'linux-unpacked');
const archive = join(app, 'resources', 'app.asar');

let files: string[] = [];
const has = (path: string) => files.includes(path);

beforeAll(async () => {
  const distribution = join(work, 'electron');
  await makeDistribution(distribution);
  await build({
    projectDir: project,
    targets: Platform.LINUX.createTarget('dir', Arch.x64),
    config: {
      electronDist: distribution,
      directories: { output: join(work, 'dist'), buildResources: 'resources/installer' },
    },
  });
  files = listPackage(archive, { isPack: false }).map((path) => path.replaceAll('\\', '/'));
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

describe('the packaged program', () => {
  it('holds both processes, the page and the resources', () => {
    expect(has('/out/main/main.js')).toBe(true);
    expect(has('/out/main/workbookWorker.js')).toBe(true);
    expect(has('/out/preload/preload.cjs')).toBe(true);
    expect(has('/out/renderer/index.html')).toBe(true);
    expect(has('/resources/catalogue/worldskills-2026.json')).toBe(true);
    const manifest = JSON.parse(extractFile(archive, 'package.json').toString('utf8')) as Record<
      string,
      unknown
    >;
    expect(manifest).toMatchObject({ name: 'shyng', main: 'out/main/main.js', type: 'module' });
  });

  it('lists the licences of everything that it brings along', () => {
    const licences = extractFile(archive, 'out/licences.txt').toString('utf8');
    for (const name of ['better-sqlite3', 'react', '@mantine/core', 'zod', 'highs', 'scheduler']) {
      expect(licences).toMatch(new RegExp(`^${name} \\d`, 'm'));
    }
    expect(licences).toContain('Permission is hereby granted');
  });

  it('knows its own files by their ending, for both processors of a Mac', () => {
    const config = readFileSync(join(project, 'electron-builder.yml'), 'utf8');
    expect(config).toMatch(/ext: shyng\n/);
    expect(config).toMatch(/ext: shyng-update\n/);
    expect(config.match(/arch: \[x64, arm64\]/g)).toHaveLength(2);
  });

  it('holds no sources, no tests, no maps and nothing that only builds', () => {
    const strange = files.filter(
      (path) => /^\/(electron|renderer|shared|tests)\//.test(path) || /\.(map|tsx?|cpp|c|h|md)$/.test(path),
    );
    expect(strange).toEqual([]);
    const modules = new Set(files.map((path) => /^\/node_modules\/([^/]+)/.exec(path)?.[1]).filter(Boolean));
    expect([...modules].toSorted()).toEqual(['better-sqlite3', 'highs']);
  });

  it('has the database of its own platform only, outside of the archive', () => {
    const prebuilds = files.filter((path) => path.endsWith('.node'));
    expect(prebuilds).toEqual(['/node_modules/better-sqlite3/prebuilds/linux-x64.node']);
    expect(existsSync(join(`${archive}.unpacked`, prebuilds[0] ?? ''))).toBe(true);
  });

  it('is not started as something else: every fuse is set', async () => {
    const fuses = await getCurrentFuseWire(join(app, 'shyng'));
    const state = (fuse: FuseV1Options) => fuses[fuse];
    expect(state(FuseV1Options.RunAsNode)).toBe(FuseState.DISABLE);
    expect(state(FuseV1Options.EnableNodeOptionsEnvironmentVariable)).toBe(FuseState.DISABLE);
    expect(state(FuseV1Options.EnableNodeCliInspectArguments)).toBe(FuseState.DISABLE);
    expect(state(FuseV1Options.GrantFileProtocolExtraPrivileges)).toBe(FuseState.DISABLE);
    expect(state(FuseV1Options.OnlyLoadAppFromAsar)).toBe(FuseState.ENABLE);
    expect(state(FuseV1Options.EnableEmbeddedAsarIntegrityValidation)).toBe(FuseState.ENABLE);
    expect(state(FuseV1Options.EnableCookieEncryption)).toBe(FuseState.ENABLE);
  });

  it('brings only the languages of the product that Chromium has', () => {
    expect(readdirSync(join(app, 'locales')).toSorted()).toEqual(['en-US.pak', 'ru.pak']);
  });

  it('runs the very files that were built', () => {
    const packed = extractFile(archive, 'out/main/main.js');
    expect(packed.equals(readFileSync(join(project, 'out', 'main', 'main.js')))).toBe(true);
  });
});

describe('what was packaged, unpacked elsewhere', () => {
  it('starts with nothing beside it, keeps its database in the folder of the person, and does the main job', async () => {
    const program = join(work, 'unpacked');
    extractAll(archive, program);
    const home = join(work, 'home');
    mkdirSync(home);
    const environment = {
      ...process.env,
      XDG_CONFIG_HOME: home,
      APPDATA: home,
      HOME: home,
      TZ: 'Asia/Almaty',
    };
    const browser = await chromium.launch(chromiumOptions());
    const start = async () => {
      const args = ['--language=kk'];
      const options = { browser, program, dataFolder: home, args, environment, isPersonal: true };
      const desktop = new StandInApp(options);
      const page = await desktop.firstPage();
      await page.locator('main#content').waitFor();
      return { desktop, job: new MainJob(page) };
    };
    try {
      const { desktop, job } = await start();
      const content = await makeCisWorkbook(makeSampleScheme());
      await job.importWorkbook({ name: 'scheme.xlsx', content }, SCHEME);
      await job.addStudent('Әбдіқадыр', 'Гүлнұр');
      await job.openCompetency('15', COMPETENCY);
      await job.addCandidates(['Әбдіқадыр']);
      await job.startSession(COMPETENCY, '180');
      await job.takeAttendance(['p']);
      const grid = await job.startAttempts(SCHEME);
      await job.untilAt('A1.M1 1');
      await job.type('51');
      await job.press('Tab');
      await job.untilTotal(grid, 1, '8,00 76,2 %');
      await job.untilStored();
      expect(await desktop.quit()).toMatchObject({ code: 0 });
      const data = join(personalFolder(environment, process.platform, home), DATA_SUBFOLDER);
      expect(readdirSync(data)).toContain('shyng.sqlite');

      const again = await start();
      const points = await again.job.readChart(await again.job.openSquadChart(COMPETENCY));
      expect(points).toEqual([expect.stringContaining('Әбдіқадыр')]);
      await again.desktop.quit();
    } finally {
      await browser.close();
    }
  });
});

describe('the icons of the installers', () => {
  const icon = (name: string) => readFileSync(join(project, 'resources', 'installer', name));

  it('are what their names say', () => {
    expect(icon('icon.png').subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(icon('icon.ico').readUInt16LE(2)).toBe(1);
    expect(icon('icon.icns').subarray(0, 4).toString('latin1')).toBe('icns');
    expect(icon('icon.icns').readUInt32BE(4)).toBe(icon('icon.icns').length);
  });
});
