import type { Db } from 'mongodb';

/** The people of a first start, on a database where the product makes none: that of MONGO_URL. */
export async function addPeople(db: Db): Promise<void> {
  const users = db.collection('users');
  for (const [email, role, views] of PEOPLE) {
    const user = { id: `user-${email.split('@')[0]}-1767225600`, email, name: email, picture: null, role };
    const stored = { ...user, view_access: views, created_at: new Date('2026-01-01'), last_login: null };
    await users.updateOne({ email }, { $setOnInsert: stored }, { upsert: true });
  }
}

const ALL = ['Organic', 'Signal', 'Full Funnel', 'Market', 'Master'];

const PEOPLE: readonly (readonly [string, string, string[]])[] = [
  ['admin@example.com', 'super_admin', ALL],
  ['organic@example.com', 'viewer', ['Organic']],
  ['signal@example.com', 'viewer', ['Signal']],
  ['fullfunnel@example.com', 'viewer', ['Full Funnel']],
  ['market@example.com', 'viewer', ['Market']],
  ['master@example.com', 'viewer', ['Master']],
  ['demo@example.com', 'viewer', ALL],
];
