"""What may stand behind a key of a language folder, where only certain words may."""

KINDS = ("meeting", "visit", "call", "message")
STATUSES = ("held", "planned", "cancelled", "denied")
FRAMES = (
    "active",
    "passive",
    "receive",
    "mutual",
    "noun",
    "send",
    "travel",
    "travel-noun",
    "stay",
    "host",
    "round",
    "guest",
)
CUES = (*STATUSES, "background", "news", "hypothetical", "appeal", "inside", "call")
CUE_SIDES = ("before", "after", "either")
REACHES = ("near", "clause", "sentence", "told")
TOPIC_SIDES = ("behind", "before", "either")  # where the topic stands, seen from the word that introduces it
REFERENCES = (
    "movement",
    "relative",
    "person",
    "people",
    "group",
    "both",
    "counterpart",
    "second",
    "speaker",
    "one-of",
    "it",
)
LINE_ROLES = ("boilerplate", "inline", "related", "end", "caption", "byline", "clock")
TIME_MEANINGS = (
    "day",
    "weekday",
    "shift",
    "ago",
    "month",
    "year",
    "part-of-month",
    "part-of-year",
    "relative-month",
    "relative-year",
    "relative-week",
    "interval",
    "weekend",
    "same",
    "after",
    "until-end",
    "ahead",
    "recently",
)
#: what the object of a trigger stands in, in a language with cases
OBJECTS = ("with", "acc", "dat", "ins", "gen", "from", "before", "at", "next", "inside")
PARTS = (
    *("early", "mid", "late", "first-half", "second-half"),
    *("week-1", "week-2", "week-3", "week-4", "last-week"),
    *("spring", "summer", "autumn", "winter"),
)
