import { Component } from '@angular/core';
@Component({ selector: 'app-explain-drawer', template: '' })
export class ExplainDrawer {}
