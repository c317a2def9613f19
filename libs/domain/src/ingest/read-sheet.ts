import type { ReadSheetOptions, Sheet } from './sheet.js';

export declare function readSheet(bytes: Uint8Array, options: ReadSheetOptions): Sheet;
