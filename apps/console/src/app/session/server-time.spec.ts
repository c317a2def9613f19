import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Clock } from '../ui/base/clock';
import { serverTime } from './server-time';

const DAY = 86_400_000;

function told(url: string, date: string): number {
  TestBed.configureTestingModule({
    providers: [provideHttpClient(withInterceptors([serverTime])), provideHttpClientTesting()],
  });
  TestBed.inject(HttpClient).get(url).subscribe();
  TestBed.inject(HttpTestingController).expectOne(url).flush({}, { headers: { date } });
  return TestBed.inject(Clock).now() - Date.now();
}

describe('the time that ages count from', () => {
  it.each([48, -730])('is the server’s, where this machine is %i days away', (days) => {
    const ahead = told('/api/views', new Date(Date.now() + days * DAY).toUTCString());
    expect(Math.abs(ahead - days * DAY)).toBeLessThan(60_000);
  });

  it.each([
    ['/api/views', 'soon'],
    ['https://elsewhere.example', new Date(0).toUTCString()],
  ])('is the machine’s where the server tells none: %s, %s', (url, date) => {
    expect(Math.abs(told(url, date))).toBeLessThan(60_000);
  });
});
