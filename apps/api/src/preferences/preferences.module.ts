import { Module } from '@nestjs/common';
import { SavedBoardsModule } from '../saved-boards/saved-boards.module.js';
import { PreferencesController } from './preferences.controller.js';

/** The own boards of people. */
@Module({ imports: [SavedBoardsModule], controllers: [PreferencesController] })
export class PreferencesModule {}
