import { Component } from '@angular/core';
@Component({ selector: 'app-data', template: '' })
export class DataPage {}
