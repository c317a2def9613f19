import { Component, inject, input } from '@angular/core';
import { ExportMenu } from '../ui/export/export-menu';
import { BoardFiles, type FileContent } from './board-files';
import { BoardPrint } from './board-print';

/** A board, one of its columns, or two boards against each other, as a file or on paper. */
@Component({
  selector: 'app-board-file-menu',
  imports: [ExportMenu],
  template: `
    <app-export-menu
      [title]="title()"
      [canPrint]="true"
      (save)="files.save($event, content())"
      (print)="paper.print(content())"
    />
  `,
})
export class FileMenu {
  protected readonly files = inject(BoardFiles);
  protected readonly paper = inject(BoardPrint);

  /** Named in the label of the button. */
  readonly title = input.required<string>();
  readonly content = input<FileContent>({ column: null });
}
