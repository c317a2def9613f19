import type { Routes } from '@angular/router';

/** Pages for those who write the console: none in what is shipped. angular.json puts the gallery here in development. */
export const developmentRoutes: Routes = [];
