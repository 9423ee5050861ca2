/**
 * Has everything that is observed be in sight, until the test is over. Answers with what is observed.
 */
export function putInSight(): Element[] {
  const observed: Element[] = [];
  const { IntersectionObserver: Stub } = window;
  window.IntersectionObserver = class extends Stub {
    constructor(private readonly tell: IntersectionObserverCallback) {
      super(tell);
    }
    override observe(target: Element) {
      observed.push(target);
      this.tell([{ target, isIntersecting: true } as IntersectionObserverEntry], this);
    }
  };
  restore = () => {
    window.IntersectionObserver = Stub;
  };
  return observed;
}

let restore = () => {};
afterEach(() => restore());
