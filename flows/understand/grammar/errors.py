"""What can be wrong with a file of rules lives here; what a person types is never a mistake."""


class GrammarError(ValueError):
    """A rule file is not well formed; the sentence says where."""
