import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app';
import { appConfig } from './app/app.config';
import { takeFirstAnswers } from './app/session/first-answers';

takeFirstAnswers(globalThis);

bootstrapApplication(App, appConfig).catch((error: unknown) => console.error(error));
