// Joins signals and Preact for the panel: a component is drawn anew when a signal that it read has changed.
// @preact/signals does more than that, at a kilobyte more than this; the console uses it.
import { effect } from '@preact/signals-core';
import {
  Component,
  type ComponentChildren,
  Fragment,
  type FunctionComponent,
  options,
  type VNode,
} from 'preact';

type Drawn = (this: Component, props: object) => ComponentChildren;

/** Begins, for all components that are drawn from now on; to be called once. */
export function redrawOnSignals(): void {
  const watched = new WeakMap<object, FunctionComponent>();
  const watchedOf = (type: FunctionComponent) => {
    const known = watched.get(type) ?? (watch(type as Drawn) as unknown as FunctionComponent);
    watched.set(type, known);
    // What is drawn anew comes by again, and has to stay what it is.
    watched.set(known, known);
    return known;
  };
  const before = options.vnode;
  options.vnode = (vnode: VNode) => {
    const { type } = vnode;
    // Fragments and contexts read nothing.
    if (typeof type === 'function' && type !== Fragment && !('Provider' in type))
      vnode.type = watchedOf(type as FunctionComponent);
    before?.(vnode);
  };
}

function watch(draw: Drawn) {
  return class extends Component {
    stop = () => {};
    override componentWillUnmount(): void {
      this.stop();
    }
    override render(props: object): ComponentChildren {
      this.stop();
      let drawn: ComponentChildren;
      let isChange = false;
      // What is read in its first run brings about a second, in which nothing is read.
      this.stop = effect(() => {
        if (isChange) this.forceUpdate();
        else drawn = draw.call(this, props);
        isChange = true;
      });
      return drawn;
    }
  };
}
