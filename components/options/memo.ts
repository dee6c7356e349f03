import { Component, h, type ComponentType, type FunctionComponent } from 'preact';

/** A view that is drawn again only when one of its props is another value. */
export function memo<P extends object>(view: FunctionComponent<P>): ComponentType<P> {
  return class Memo extends Component<P> {
    override shouldComponentUpdate(next: P): boolean {
      const old = this.props as P;
      for (const key in old) if (!(key in next)) return true;
      for (const key in next) if (next[key] !== old[key]) return true;
      return false;
    }
    override render() {
      return h(view, this.props as P);
    }
  };
}
