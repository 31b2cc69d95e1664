import { standingBankHolidays } from './standing-bank-holidays.ts';

/**
 * The bank holidays of England and Wales as they were and are kept, substitute days in the place of
 * those at a weekend (gov.uk/bank-holidays; what is past from the royal proclamations). From the year
 * in which the Care Planning Regulations 2010 came into force; each year's row is a dated fact, so that
 * a one-off day or a moved one changes this table and no rule.
 */
const KEPT: Readonly<Record<number, readonly string[]>> = {
  // 29 April: wedding of Prince William and Catherine Middleton.
  2011: ['01-03', '04-22', '04-25', '04-29', '05-02', '05-30', '08-29', '12-26', '12-27'],
  // 4 June: the spring bank holiday, moved. 5 June: Diamond Jubilee.
  2012: ['01-02', '04-06', '04-09', '05-07', '06-04', '06-05', '08-27', '12-25', '12-26'],
  2013: ['01-01', '03-29', '04-01', '05-06', '05-27', '08-26', '12-25', '12-26'],
  2014: ['01-01', '04-18', '04-21', '05-05', '05-26', '08-25', '12-25', '12-26'],
  2015: ['01-01', '04-03', '04-06', '05-04', '05-25', '08-31', '12-25', '12-28'],
  2016: ['01-01', '03-25', '03-28', '05-02', '05-30', '08-29', '12-26', '12-27'],
  2017: ['01-02', '04-14', '04-17', '05-01', '05-29', '08-28', '12-25', '12-26'],
  2018: ['01-01', '03-30', '04-02', '05-07', '05-28', '08-27', '12-25', '12-26'],
  2019: ['01-01', '04-19', '04-22', '05-06', '05-27', '08-26', '12-25', '12-26'],
  // 8 May: the early May bank holiday, moved from 4 May for the 75th anniversary of VE Day.
  2020: ['01-01', '04-10', '04-13', '05-08', '05-25', '08-31', '12-25', '12-28'],
  2021: ['01-01', '04-02', '04-05', '05-03', '05-31', '08-30', '12-27', '12-28'],
  // 2 June: the spring bank holiday, moved. 3 June: Platinum Jubilee. 19 September: state funeral of
  // Queen Elizabeth II.
  2022: ['01-03', '04-15', '04-18', '05-02', '06-02', '06-03', '08-29', '09-19', '12-26', '12-27'],
  // 8 May: coronation of King Charles III.
  2023: ['01-02', '04-07', '04-10', '05-01', '05-08', '05-29', '08-28', '12-25', '12-26'],
  2024: ['01-01', '03-29', '04-01', '05-06', '05-27', '08-26', '12-25', '12-26'],
  2025: ['01-01', '04-18', '04-21', '05-05', '05-26', '08-25', '12-25', '12-26'],
  2026: ['01-01', '04-03', '04-06', '05-04', '05-25', '08-31', '12-25', '12-28'],
  2027: ['01-01', '03-26', '03-29', '05-03', '05-31', '08-30', '12-27', '12-28'],
};

/**
 * The bank holidays of England and Wales in the year that are no Saturday or Sunday, in order, as
 * `MM-DD`: those of the table, and in a year that it does not have those of the standing rules, which
 * know no one-off days.
 */
export function bankHolidaysIn(year: number): readonly string[] {
  return KEPT[year] ?? standingBankHolidays(year);
}
