import type { Invitation, NewInvitation } from '@app/contracts';

export const EXAMPLE_TOKEN = 'Q2zU4v0kY7mH1x9bR3cT5dW8eF6gJ0lN2pS4uA7iB1o';

export const EXAMPLE_NEW_INVITATION: NewInvitation = { email: 'ada@example.com', view_access: ['Signal'] };

export const EXAMPLE_INVITATION: Invitation = {
  email: 'ada@example.com',
  url: `https://sales.example.com/sign-in#invitation=${EXAMPLE_TOKEN}`,
  expires_at: '2026-11-23T08:00:00.000Z',
  is_new: true,
};
