import { Component } from '@angular/core';
@Component({ selector: 'app-dashboard', template: '' })
export class DashboardPage {}
