import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  sameStored,
  SETTING_KEYS,
  SETTING_KINDS,
  settingFaults,
  type SettingKey,
  type SettingValues,
} from '@app/domain';
import { AuditLog } from '../audit/audit-log.service.js';
import { type Author, NEVER, startingRevision } from '../database/author.js';
import { Refusal, refusedField } from '../refusals/refusal.js';
import { nextChange, Revisions, type Settled } from '../database/revisions.js';
import { Startup, STARTUP_ORDER } from '../database/startup.js';
import { revisionOf, type SettingChangeDocument } from '../settings/setting-document.js';
import { SettingsRepository } from '../settings/settings.repository.js';
import { SettingsService } from '../settings/settings.service.js';

interface StoredSetting {
  readonly value: unknown;
  readonly revision: number;
}

type SettingState = Settled<StoredSetting, SettingChangeDocument>;

/** Changes of settings. */
@Injectable()
export class SettingsWriterService implements OnModuleInit {
  private readonly revisions: Revisions<StoredSetting, SettingChangeDocument>;

  constructor(
    private readonly startup: Startup,
    private readonly repository: SettingsRepository,
    private readonly settings: SettingsService,
    private readonly audit: AuditLog,
  ) {
    this.revisions = new Revisions(repository.changes, {
      name: 'this setting',
      label: (key) => `the setting ${key}`,
      read: (key) => this.stored(key),
      // Further behind, it is not a crash: somebody put another document there.
      isMadeOn: (stored, change) => change.revision === stored.revision + 1,
      bringIn: (change) => this.bringIn(change),
    });
  }

  onModuleInit(): void {
    this.startup.add(STARTUP_ORDER.recovery, 'settling interrupted changes of settings', async () => {
      for (const key of SETTING_KEYS) await this.revisions.settled(key);
    });
  }

  /** @param value the whole new value; null for the default */
  async change(key: SettingKey, value: unknown, author: Author): Promise<void> {
    const after = value === null ? null : checkedSetting(key, value);
    const made = await this.revisions.change(key, (state) => {
      // What is read now may be what another process stored: whoever is answered or refused for it sees it too.
      this.settings.forget();
      const start = startingRevision(author, state.revision);
      if (start !== NEVER && sameStored(state.stored.value, after)) return null;
      if (start !== state.revision) throw moved(key, state);
      return { ...nextChange(state, author.by), key, before: state.stored.value ?? null, after };
    });
    if (made) await this.tell(made);
  }

  private async tell({ key, before, after }: SettingChangeDocument): Promise<void> {
    await this.audit.record({
      action: 'setting_changed',
      subject: { id: key, name: SETTING_KINDS[key as SettingKey].label },
      before: { value: before },
      after: { value: after },
    });
  }

  private async stored(key: string): Promise<StoredSetting> {
    const document = await this.repository.byKey(key);
    return { value: document?.value, revision: revisionOf(document) };
  }

  private async bringIn(change: SettingChangeDocument): Promise<void> {
    await this.repository.apply(change);
    this.settings.forget();
  }
}

/** A value that may be stored; anything else is refused with every fault by name. */
export function checkedSetting<Key extends SettingKey>(key: Key, value: unknown): SettingValues[Key] {
  try {
    return SETTING_KINDS[key].check(value);
  } catch (error) {
    const faults = settingFaults(error);
    if (faults === null) throw error;
    const errors = faults.map((message) => ({ field: 'value', message }));
    throw new Refusal('faulty', faults.join(' '), errors);
  }
}

function moved(key: SettingKey, { revision, newest }: SettingState): Refusal {
  const who = newest ? `${newest.by} changed it on ${newest.at.toISOString()}` : 'nobody has changed it here';
  const message = `The setting ${key} is at revision ${revision}: ${who}. Read the settings again.`;
  return refusedField(key, message, 'outdated');
}
