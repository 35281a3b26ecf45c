"""The one exception of the engine's border: language data that cannot be used."""


class LanguageDataError(ValueError):
    """A language folder holds something wrong; says which file, rule and key."""

    def __init__(self, file: str, rule: str, key: str, reason: str) -> None:
        super().__init__(f"{file}: {rule}: {key}: {reason}" if rule else f"{file}: {key}: {reason}")
        self.file, self.rule, self.key, self.reason = file, rule, key, reason
