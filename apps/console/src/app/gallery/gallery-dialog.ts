import { Component } from '@angular/core';
import { DialogHead } from '../ui/dialog/dialog-head';
import { GALLERY } from './texts';

@Component({
  selector: 'app-gallery-dialog',
  imports: [DialogHead],
  template: `
    <app-dialog-head [heading]="texts.dialogHeading" />
    <p>{{ texts.dialogText }}</p>
  `,
  styleUrl: '../ui/dialog/dialog.css',
})
export class GalleryDialog {
  protected readonly texts = GALLERY;
}
