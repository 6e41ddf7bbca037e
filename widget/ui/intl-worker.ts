// A worker that uses Intl once and ends: warm-intl.ts says why. Its name is the locale.
new Intl.DateTimeFormat(self.name, { timeStyle: 'short' }).format();
new Intl.NumberFormat(self.name, { style: 'unit', unit: 'minute', unitDisplay: 'short' }).format(1);
postMessage('warm');
