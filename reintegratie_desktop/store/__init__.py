"""One encrypted file: cases, drafts, snapshots, attachments and the journal; the only package that knows SQLite."""
