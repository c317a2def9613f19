import type { Routes } from '@angular/router';
import { developmentRoutes } from './development.routes';
import { CONSOLE_PAGES } from './pages';
import { onlySignedIn, onlySignedOut } from './session/guards';
import { TEXTS } from './ui/base/texts';

export const routes: Routes = [
  ...developmentRoutes,
  {
    path: 'sign-in',
    title: TEXTS.titled(TEXTS.signIn),
    canActivate: [onlySignedOut],
    loadComponent: () => import('./sign-in/sign-in.page').then((module) => module.SignInPage),
  },
  {
    path: '',
    canActivate: [onlySignedIn],
    loadChildren: async () => (await import('./shell/shell.routes')).shellRoutes(CONSOLE_PAGES),
  },
];
