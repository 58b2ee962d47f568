// What the bench uses of moment-business-time, which comes without types.
declare module 'moment-business-time' {
  interface WorkingMoment {
    valueOf(): number;
    addWorkingTime(amount: number, unit: 'seconds'): WorkingMoment;
    subtractWorkingTime(amount: number, unit: 'seconds'): WorkingMoment;
    workingDiff(other: WorkingMoment, unit: 'seconds'): number;
    isWorkingTime(): boolean;
  }
  const moment: {
    utc(at: number): WorkingMoment;
    updateLocale(
      name: string,
      data: { readonly workinghours: object; readonly holidays: readonly string[] },
    ): void;
  };
  export default moment;
}
