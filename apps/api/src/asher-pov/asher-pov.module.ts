import { Module } from '@nestjs/common';
import { SavedBoardsModule } from '../saved-boards/saved-boards.module.js';
import { AsherPovController } from './asher-pov.controller.js';

/** Closing Projections as one person sees them: for everybody to read, for its owner to write. */
@Module({ imports: [SavedBoardsModule], controllers: [AsherPovController] })
export class AsherPovModule {}
