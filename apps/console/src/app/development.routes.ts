import type { Routes } from '@angular/router';

/** Pages for developers: none in a release. In development angular.json puts the gallery here. */
export const developmentRoutes: Routes = [];
