// @vitest-environment happy-dom
// Components follow the signals that they read: those of now, none of before, and none once they are gone.
import { signal } from '@preact/signals-core';
import { render } from 'preact';
import { useEffect } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { expect, it } from 'vitest';
import { redrawOnSignals } from '../../widget/ui/redraw-on-signals.ts';

redrawOnSignals();

it('keeps a component, with all that it holds, when it and then its parent are drawn anew', async () => {
  const name = signal('Ana');
  const place = signal('Oslo');
  const mounted: string[] = [];
  const Inner = () => {
    useEffect(() => {
      mounted.push('inner');
    }, []);
    return <b>{name.value}</b>;
  };
  const Outer = () => (
    <p>
      {place.value}
      <Inner />
    </p>
  );
  const root = document.createElement('div');
  await act(() => render(<Outer />, root));
  for (const change of [
    () => (name.value = 'Mia'),
    () => (place.value = 'Bergen'),
    () => (name.value = 'Eva'),
  ])
    await act(() => void change());
  expect(root.textContent).toBe('BergenEva');
  expect(mounted).toEqual(['inner']);
});

it('draws a component anew when what it reads changes, and nothing else', async () => {
  const shows = signal<'name' | 'place'>('name');
  const name = signal('Ana');
  const place = signal('Oslo');
  const drawn = { outer: 0, inner: 0 };
  const Inner = () => {
    drawn.inner++;
    return <b>{shows.value === 'name' ? name.value : place.value}</b>;
  };
  const Outer = () => {
    drawn.outer++;
    return <Inner />;
  };
  const root = document.createElement('div');
  await act(() => render(<Outer />, root));
  await act(() => {
    place.value = 'Bergen';
  });
  expect(drawn).toEqual({ outer: 1, inner: 1 });
  await act(() => {
    name.value = 'Mia';
  });
  expect(root.textContent).toBe('Mia');
  await act(() => {
    shows.value = 'place';
  });
  expect(root.textContent).toBe('Bergen');
  await act(() => {
    name.value = 'Eva';
  });
  expect(drawn).toEqual({ outer: 1, inner: 3 });
  await act(() => render(null, root));
  await act(() => {
    place.value = 'Hamar';
  });
  expect(drawn).toEqual({ outer: 1, inner: 3 });
});
