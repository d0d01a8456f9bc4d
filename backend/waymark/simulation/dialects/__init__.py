"""How each kind of sender says what happened, and how it proves who it is."""
