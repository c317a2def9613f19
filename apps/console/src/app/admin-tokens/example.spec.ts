import type { MadeApiToken, TokenRight } from '@app/contracts';
import { exampleOf } from './example';

const made = (rights: TokenRight[]): MadeApiToken => ({
  secret: 'sales_x',
  token: {
    id: 't',
    name: 'Export',
    views: [{ id: 'signal', name: 'Signal' }],
    rights,
    created_at: '',
    created_by: '',
    expires_at: '',
    last_used_at: null,
    last_used_from: null,
  },
});

describe('the example of a token', () => {
  it('reads where the token may read', () => {
    expect(exampleOf(made(['read', 'upload']), 'https://sales.example.com')).toBe(
      'curl --header "Authorization: Bearer sales_x" \\\n  https://sales.example.com/api/views/signal/records',
    );
  });

  it('uploads where it may only upload', () => {
    expect(exampleOf(made(['upload']), 'https://sales.example.com')).toBe(
      'curl --header "Authorization: Bearer sales_x" \\\n  --form file=@deals.csv \\\n  https://sales.example.com/api/views/signal/ingestions',
    );
  });
});
