import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { VIEW_MODEL, viewSchema } from './view.schema.js';
import { ArchivedViewsRepository } from './archived-views.repository.js';
import { MovingViewsRepository } from './moving-views.repository.js';
import { ViewsRepository } from './views.repository.js';
import { ViewsService } from './views.service.js';

@Module({
  imports: [MongooseModule.forFeature([{ name: VIEW_MODEL, schema: viewSchema }])],
  providers: [ArchivedViewsRepository, MovingViewsRepository, ViewsRepository, ViewsService],
  exports: [ArchivedViewsRepository, MovingViewsRepository, ViewsRepository, ViewsService],
})
export class ViewsModule {}
