import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { formOfCode } from './xlsx-formats.ts';
import { numberText } from './xlsx-number.ts';

describe('what a format shows of a number', () => {
  it.each([
    ['General', 'value'],
    ['0', 'value'],
    ['0.00', 'value'],
    ['0%', 'value'],
    ['#,##0.00;[Red]-#,##0.00', 'value'],
    ['"£"#,##0.00', 'value'],
    ['[$£-809]#,##0.00', 'value'],
    ['0.00E+00', 'value'],
    ['# "days"', 'value'],
    ['0\\d', 'value'],
    ['_-* #,##0_-;-* #,##0_-', 'value'],
    ['@', 'value'],
    ['[Red][>=100]0', 'value'],
    ['000\\-000', 'value'],
    ['dd/mm/yyyy', 'day'],
    ['[$-809]dd\\ mmm\\ yyyy', 'day'],
    ['[$-F800]dddd, mmmm dd, yyyy', 'day'],
    ['mmm-yy', 'day'],
    ['mmmm', 'day'],
    ['yyyy-mm-dd hh:mm:ss', 'day'],
    ['d/m/yy h:mm AM/PM;@', 'day'],
    ['hh:mm', 'time'],
    ['mm:ss.0', 'time'],
    ['[h]:mm:ss', 'time'],
    ['[mm]:ss', 'time'],
    ['[m]', 'time'],
    ['h AM/PM', 'time'],
    ['00000000', { width: 8 }],
    ['0000;-0000', { width: 4 }],
  ])('%s', (code, form) => {
    expect(formOfCode(code)).toEqual(form);
  });
});

describe('the text of a number', () => {
  it.each([
    ['12345', 'value', '12345'],
    ['123456789012', 'value', '123456789012'],
    ['1234567890123456789', 'value', '1234567890123456789'],
    ['1E+21', 'value', '1000000000000000000000'],
    ['1.5E-7', 'value', '0.00000015'],
    ['0.30000000000000004', 'value', '0.3'],
    ['1050.1', 'value', '1050.1'],
    ['1234567.0', 'value', '1234567'],
    ['12 3', 'value', '12 3'],
    ['12345', { width: 8 }, '00012345'],
    ['-12', { width: 4 }, '-0012'],
    ['123456', { width: 4 }, '123456'],
    ['12.5', { width: 4 }, '12.5'],
    ['45413', 'day', '2024-05-01'],
    ['45413.39583', 'day', '2024-05-01 09:30:00'],
    ['45413.999999', 'day', '2024-05-02'],
    ['1', 'day', '1900-01-01'],
    ['59', 'day', '1900-02-28'],
    ['60', 'day', '1900-02-29'],
    ['61', 'day', '1900-03-01'],
    ['0', 'day', '0'],
    ['-1', 'day', '-1'],
    ['2958465', 'day', '9999-12-31'],
    ['2958466', 'day', '2958466'],
    ['0.5', 'time', '12:00:00'],
    ['45413.5', 'time', '2024-05-01 12:00:00'],
  ] as const)('%s shown as %o is %s', (written, form, text) => {
    expect(numberText(written, form, false)).toBe(text);
  });

  test('days of a workbook that counts from 1904', () => {
    expect(numberText('0', 'day', true)).toBe('1904-01-01');
    expect(numberText('43951', 'day', true)).toBe('2024-05-01');
  });

  test('every day since March 1900 is itself, in either count', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2_958_465 }), (day) => {
        const iso = new Date(Date.UTC(1899, 11, 30 + day)).toISOString().slice(0, 10);
        expect(numberText(String(day), 'day', false)).toBe(iso);
        if (day >= 1462) expect(numberText(String(day - 1462), 'day', true)).toBe(iso);
      }),
    );
  });
});
