"""Use cases without a screen: open a file, start a form, save a draft, finish, print, export."""
