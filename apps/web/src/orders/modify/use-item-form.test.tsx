import { act, renderHook } from '@testing-library/react';
import { anItem } from '../../test/facts';
import { itemFieldsOf, typedFieldsOf, useItemForm } from './use-item-form';

function form() {
  return renderHook(() => useItemForm(typedFieldsOf(anItem()), 'GBP')).result;
}

describe('the fields as typed', () => {
  it('become the item again, without the white space around them', () => {
    const { url, productName, quantity, unitPrice, specification } = anItem();
    const item = { url, productName, quantity, unitPrice, specification };
    expect(itemFieldsOf(typedFieldsOf(item))).toEqual(item);
    expect(itemFieldsOf({ ...typedFieldsOf(item), productName: '  Tray ', quantity: ' 7 ' })).toMatchObject({
      productName: 'Tray',
      quantity: 7,
    });
  });

  it.each(['', '1.5', '1e3', '-2', 'two'])('make no number of the quantity %p', (quantity) => {
    expect(itemFieldsOf({ ...typedFieldsOf(anItem()), quantity }).quantity).toBeNaN();
  });
});

describe('the form', () => {
  it('says nothing of a field before it was left, and then speaks with every key', () => {
    const result = form();
    act(() => result.current.change('url', 'nonsense'));
    expect(result.current.errorOf('url')).toBeUndefined();
    act(() => result.current.visit('url'));
    expect(result.current.errorOf('url')).toMatch('http://');
    act(() => result.current.change('url', 'https://shop.example/1'));
    expect(result.current.errorOf('url')).toBeUndefined();
  });

  it('names the first field that is wrong, in the order of the form', () => {
    const result = form();
    act(() => result.current.change('unitPrice', '1,500'));
    act(() => result.current.change('productName', ' '));
    expect(result.current.firstInvalid).toBe('productName');
  });

  it('shows what the server refused at its field until that field is touched', () => {
    const result = form();
    let elsewhere: string[] = [];
    act(() => {
      elsewhere = result.current.refuse([
        { field: 'unitPrice', message: 'Too much.' },
        { field: 'merchantName', message: 'Who?' },
      ]);
    });
    expect(result.current.errorOf('unitPrice')).toBe('Too much.');
    expect(elsewhere).toEqual(['Who?']);
    act(() => result.current.change('unitPrice', '1.50'));
    expect(result.current.errorOf('unitPrice')).toBeUndefined();
  });
});
