import type { Routes } from '@angular/router';
import { onlySignedIn, onlySignedOut } from './session/guards';
import { TEXTS } from './ui/base/texts';

export const routes: Routes = [
  {
    path: 'sign-in',
    title: TEXTS.titles.signIn,
    canActivate: [onlySignedOut],
    loadComponent: () => import('./sign-in/sign-in.page').then((module) => module.SignInPage),
  },
  {
    path: '',
    canActivate: [onlySignedIn],
    loadChildren: () => import('./shell/shell.routes').then((module) => module.shellRoutes),
  },
];
