import type { Routes } from '@angular/router';
import { GALLERY } from './texts';

/** Takes the place of `development.routes.ts` in development. */
export const developmentRoutes: Routes = [
  {
    path: 'gallery',
    title: GALLERY.title,
    loadComponent: () => import('./gallery.page').then((module) => module.GalleryPage),
  },
];
