export const SETTINGS_URL = '/api/settings';
export const HISTORY_URL = '/api/settings/history';
/** What other weights would change, before they are saved. */
export const EFFECT_URL = '/api/settings/weights/effect';
export const settingUrl = (key: string): string => `${SETTINGS_URL}/${key}`;
