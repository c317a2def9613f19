export const SIGN_IN = {
  promise:
    'One number, one definition: your sales sheet as a dashboard you can open down to the last record.',
  unsaved:
    'Your session ended before your last change was saved. Sign in again: what a board has unsaved is kept in this browser.',
  google: 'Continue with Google',
  invited: 'You have a sign-in link',
  invitedDetail: 'It is yours alone and can be used once. Whoever is signed in here gives way.',
  useLink: 'Sign in',
  who: 'Who are you?',
  local: 'This is a local installation: choose a person to sign in as.',
  demo: 'Open the demo',
  demoDetail:
    'Look around for a day. You can sort the boards, which all who open the demo share; you change nothing else.',
  noWay: 'You need a sign-in link',
  noWayDetail:
    'A super admin can make one for you. Whoever runs this installation gets the first one with "npm run invite".',
  unknownPerson:
    'That person cannot sign in here. Ask a super admin to add the address, or choose another one.',
  tooMany: 'Too many attempts. Wait a minute, then try again.',
  role: { super_admin: 'Super admin', viewer: 'Viewer' },
} as const;
