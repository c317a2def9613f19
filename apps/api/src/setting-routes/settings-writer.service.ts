import { randomUUID } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  sameStored,
  SETTING_KEYS,
  SETTING_KINDS,
  settingFaults,
  type SettingKey,
  type SettingValues,
} from '@app/domain';
import { momentAfter } from '../database/change-log.js';
import { type Author, NEVER, refuseUnwanted, startingRevision } from '../http/if-match.js';
import { Startup, STARTUP_ORDER } from '../database/startup.js';
import { badRequest, preconditionFailed, type ProblemException, unavailable } from '../http/problem.js';
import { revisionOf, type SettingChangeDocument } from '../settings/setting-document.js';
import { SettingsRepository } from '../settings/settings.repository.js';
import { SettingsService } from '../settings/settings.service.js';

interface SettingState {
  readonly value: unknown;
  readonly revision: number;
  readonly newest: SettingChangeDocument | null;
}

const ATTEMPTS = 50;

/**
 * Changes of settings, kept in the history first: its unique revision is the lock of writers in any process. What a
 * crash left in between is brought in by whoever comes next.
 */
@Injectable()
export class SettingsWriterService implements OnModuleInit {
  constructor(
    private readonly startup: Startup,
    private readonly repository: SettingsRepository,
    private readonly settings: SettingsService,
  ) {}

  onModuleInit(): void {
    this.startup.add(STARTUP_ORDER.recovery, 'settling interrupted changes of settings', async () => {
      for (const key of SETTING_KEYS) await this.settled(key);
    });
  }

  /** @param value the whole new value; null for the default */
  async change(key: SettingKey, value: unknown, author: Author): Promise<void> {
    const after = value === null ? null : checkedSetting(key, value);
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const state = await this.settled(key);
      refuseUnwanted(author.unwanted, state.revision);
      const start = startingRevision(author.expected, state.revision);
      if (start !== NEVER && sameStored(state.value, after)) return;
      if (start !== state.revision) throw moved(key, state);
      if (await this.add(changeOf(key, state, after, author))) return;
    }
    throw unavailable('Others keep changing this setting. Try again in a moment.');
  }

  private async add(change: SettingChangeDocument): Promise<boolean> {
    if (!(await this.repository.changes.add(change))) return false;
    await this.bringIn(change);
    return true;
  }

  private async settled(key: SettingKey): Promise<SettingState> {
    const newest = await this.repository.changes.newest(key);
    const stored = await this.repository.byKey(key);
    const revision = revisionOf(stored);
    if (!newest || newest.revision <= revision) return { value: stored?.value, revision, newest };
    // Further behind, it is not a crash: somebody put another document there.
    if (newest.revision > revision + 1) return { value: stored?.value, revision: newest.revision, newest };
    await this.bringIn(newest);
    return { value: newest.after, revision: newest.revision, newest };
  }

  private async bringIn(change: SettingChangeDocument): Promise<void> {
    await this.repository.apply(change);
    this.settings.forget();
  }
}

function changeOf(
  key: SettingKey,
  { value, revision, newest }: SettingState,
  after: unknown,
  { by }: Author,
): SettingChangeDocument {
  const at = momentAfter(newest);
  return { id: randomUUID(), key, revision: revision + 1, at, by, before: value ?? null, after };
}

/** A value that may be stored; anything else is a 400 that names every fault. */
export function checkedSetting<Key extends SettingKey>(key: Key, value: unknown): SettingValues[Key] {
  try {
    return SETTING_KINDS[key].check(value);
  } catch (error) {
    const faults = settingFaults(error);
    if (faults === null) throw error;
    throw badRequest(faults.join(' '), { errors: faults.map((message) => ({ field: 'value', message })) });
  }
}

function moved(key: SettingKey, { revision, newest }: SettingState): ProblemException {
  const who = newest ? `${newest.by} changed it on ${newest.at.toISOString()}` : 'nobody has changed it here';
  const message = `The setting ${key} is at revision ${revision}: ${who}. Read the settings again.`;
  return preconditionFailed(message, { errors: [{ field: key, message }] });
}
