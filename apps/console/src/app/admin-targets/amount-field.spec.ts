import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { AmountField } from './amount-field';

@Component({
  imports: [AmountField],
  template: `<input [appAmount]="text()" (input)="text.set(field.value)" #field />`,
})
class Host {
  readonly text = signal('500,000');
}

describe('the field of a target', () => {
  async function opened() {
    const fixture = TestBed.createComponent(Host);
    await fixture.whenStable();
    const field = (fixture.nativeElement as HTMLElement).querySelector('input')!;
    document.body.append(fixture.nativeElement as HTMLElement);
    return { fixture, field, text: fixture.componentInstance.text };
  }

  async function typed(given: string) {
    const { fixture, field, text } = await opened();
    field.value = given;
    field.dispatchEvent(new Event('input'));
    field.dispatchEvent(new Event('change'));
    await fixture.whenStable();
    return [field.value, text()];
  }

  it('says an amount tidily once it is left, and leaves what cannot be read', async () => {
    expect(await typed('3600000')).toEqual(['3,600,000', '3,600,000']);
    expect(await typed('1,00')).toEqual(['1', '1']);
    expect(await typed(' many ')).toEqual([' many ', ' many ']);
    expect(await typed('')).toEqual(['', '']);
  });

  it('has no commas while somebody is in it, which a further digit would make decimals', async () => {
    const { field, text } = await opened();
    field.focus();
    expect([field.value, text()]).toEqual(['500000', '500,000']);
    field.blur();
    expect([field.value, text()]).toEqual(['500,000', '500,000']);
    field.value = 'many, many';
    field.focus();
    expect(field.value).toBe('many, many');
    field.remove();
  });

  it('stays selected for whoever comes by Tab, and is not for whoever points into it', async () => {
    const { field } = await opened();
    field.select();
    field.focus();
    expect([field.selectionStart, field.selectionEnd]).toEqual([0, '500000'.length]);
    field.blur();
    field.setSelectionRange(2, 2);
    field.focus();
    expect(field.selectionStart).toBe(field.selectionEnd);
    field.remove();
  });

  it('is not written into by what means the same, while it is being typed', async () => {
    const { fixture, field, text } = await opened();
    text.set('50000');
    await fixture.whenStable();
    field.focus();
    field.value = '500000';
    text.set('500,000');
    await fixture.whenStable();
    expect(field.value).toBe('500000');
    text.set('7');
    await fixture.whenStable();
    expect(field.value).toBe('7');
  });
});
