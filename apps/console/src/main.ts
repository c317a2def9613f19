import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app';
import { appConfig } from './app/app.config';
import { takePreloadedAnswers } from './app/session/preloaded-answers';

takePreloadedAnswers(globalThis);

bootstrapApplication(App, appConfig).catch((error: unknown) => console.error(error));
