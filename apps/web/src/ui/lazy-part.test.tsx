import { render, screen } from '@testing-library/react';
import { LazyPart, ShowPart } from './lazy-part';

function Greeting({ name }: { name: string }) {
  return <p>Hello {name}</p>;
}

describe('a part that is loaded on demand', () => {
  it('shows once it is there, and is fetched once only', async () => {
    let fetched = 0;
    const part = new LazyPart(async () => {
      fetched += 1;
      return Greeting;
    });
    part.preloadOnIntent.onPointerEnter();
    render(<ShowPart part={part} give={{ name: 'Bea' }} onLoadFailed={() => {}} />);
    await screen.findByText('Hello Bea');
    expect(fetched).toBe(1);
  });

  it('tells when the download failed, and can be tried again', async () => {
    let fails = 1;
    const part = new LazyPart(async () => {
      if (fails-- > 0) throw new Error('no network');
      return Greeting;
    });
    const failed = new Promise<void>((resolve) => {
      render(<ShowPart part={part} give={{ name: 'Bea' }} onLoadFailed={resolve} />);
    });
    await failed;
    expect(screen.queryByText('Hello Bea')).not.toBeInTheDocument();
    render(<ShowPart part={part} give={{ name: 'Bea' }} onLoadFailed={() => {}} />);
    await screen.findByText('Hello Bea');
  });
});
