"""Makes the things that tests need, through the same services and routes that users go through."""
