import { Injectable, Logger } from '@nestjs/common';
import type { Setting, Settings, SettingState } from '@app/contracts';
import { SETTING_KEYS, SETTING_KINDS, type SettingKey, type SettingValues } from '@app/domain';
import { dateOf } from '../database/newest-document.js';
import { MicroCache } from '../database/micro-cache.js';
import { revisionOf, type SettingDocument } from './setting-document.js';
import { SettingsRepository } from './settings.repository.js';

interface Known {
  readonly current: SettingValues;
  readonly answer: Settings;
}

/** The settings in force. A stored value that cannot be used leaves the default in force, and says so in the log. */
@Injectable()
export class SettingsService {
  private readonly log = new Logger('Settings');
  private readonly complaints = new Map<SettingKey, string>();
  private readonly memory = new MicroCache(() => this.load());

  constructor(private readonly settings: SettingsRepository) {}

  async current(): Promise<SettingValues> {
    return (await this.memory.read()).current;
  }

  /** The same, with who changed each of them last. */
  async answer(): Promise<Settings> {
    return (await this.memory.read()).answer;
  }

  /** For whoever wrote a setting: the next reader sees it. */
  forget(): void {
    this.memory.forget();
  }

  private async load(): Promise<Known> {
    const documents = await this.settings.all();
    const states = SETTING_KEYS.map((key) => [key, this.read(key, documents)] as const);
    const values = states.map(([key, { value }]) => [key, value]);
    return {
      current: Object.fromEntries(values) as SettingValues,
      answer: Object.fromEntries(states) as Settings,
    };
  }

  private read<Key extends SettingKey>(key: Key, documents: readonly SettingDocument[]): Setting<Key> {
    const document = documents.find((found) => found.key === key);
    const value = this.valueOf(key, document?.value);
    return { value: value ?? SETTING_KINDS[key].usual, ...stateOf(document, value === null) };
  }

  private valueOf<Key extends SettingKey>(key: Key, stored: unknown): SettingValues[Key] | null {
    if (stored === undefined || stored === null) return null;
    try {
      return SETTING_KINDS[key].check(stored);
    } catch (error) {
      this.complain(key, error instanceof Error ? error.message : String(error));
      return null;
    }
  }

  /** Once for each fault: settings are read many times a second. */
  private complain(key: SettingKey, fault: string): void {
    if (this.complaints.get(key) === fault) return;
    this.complaints.set(key, fault);
    this.log.error(`The stored setting ${key} cannot be used, its default holds: ${fault}`);
  }
}

const stateOf = (document: SettingDocument | undefined, isDefault: boolean): SettingState => ({
  is_default: isDefault,
  revision: revisionOf(document),
  updated_at: dateOf(document?.updated_at)?.toISOString() ?? null,
  updated_by: typeof document?.updated_by === 'string' ? document.updated_by : null,
});
