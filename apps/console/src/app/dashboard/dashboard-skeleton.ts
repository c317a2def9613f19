import { Component } from '@angular/core';

/** Skeleton of the page with the same sizes, so that nothing jumps. */
@Component({
  selector: 'app-dashboard-skeleton',
  template: `
    <div class="band">
      @for (each of six; track each) {
        <div>
          <span class="bone label"></span>
          <span class="bone number"></span>
          <span class="bone line"></span>
        </div>
      }
    </div>
    <div class="charts">
      <div class="card tall"><span class="bone label"></span></div>
      <div class="card tall"><span class="bone label"></span></div>
    </div>
    <div class="blocks">
      @for (each of [1, 2, 3, 4, 5]; track each) {
        <div class="card"><span class="bone label"></span></div>
      }
    </div>
  `,
  styleUrl: './dashboard-skeleton.css',
})
export class DashboardSkeleton {
  protected readonly six = [1, 2, 3, 4, 5, 6];
}
