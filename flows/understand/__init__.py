"""Understanding what people type, without guessing: one question a module, each with its reason."""
