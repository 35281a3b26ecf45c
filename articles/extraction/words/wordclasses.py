"""The classes of words a language may list beside ``and``: decisions ask whether a word is of one.

Some classes are told by how a word begins or ends, whatever the word.
"""

#: in ``language.toml``
LANGUAGE_CLASSES = (
    "glue",
    "locative",
    "destination",
    "origin",
    "agent",
    "with",
    "between",
    "of",
    "to",
    "not",
    "but_not",
    "relative",
    "clause",
    "purpose",
    "subject_stop",
    "holder",
    "outset",
    "ambiguous",
    "naming",
    "impersonal",
    "aside",
    "awaiting",
    "concerning",
    "definite",
    "addressing",
    "attribute",
    "resumptive",
    "hosting",
    "when",
    "letting",
    "each",
    "demonstrative",
    "same",
    "again",
    "realm",
    "setting",
    "bodies",
    "regions",
    "matter",
    "conducting",
    "approving",
    "bonds",
    "regarding",
    "topic_of",
    "perfective",
    "counting",
    "disclosing",
    "seats",
    "afterwards",
    "overdue",
    "foiled",
    "pluperfect",
    "scene",
    "whose_land",
    "aside_opening",
    "where",
    "meantime",
    "attended",
    "auxiliary",
    "civilians",
    "copula",
    "speaking_for",
    "compounds",
    "of_people",
    "settlements",
    "homeland",
    "until",
    "there",
    "begun",
    "ended",
    "topical",
    "happening",
    "retelling",
    "then",
    "delivering",
    "serving",
    "possessive",
    "ordinal",
    "past",
    "inviting",
    "measure",
    "erstwhile",
    "mediating",
    "movements",
    "at_large",
    "arriving",
    "two",
    "next_in_turn",
    "nth",
    "counted",
    "hearsay",
    "opening_verbs",
    "previous",
    "following",
    "several",
    "agreed",
    "apart",
    "this_was",
    "margins",
    "one_more",
    "partitive",
    "second",
    "documents",
    "tours",
    "between_him",
    "or",
    "indefinite",
    "amid",
    "having",
    "would",
    "going_to",
    "what",
    "done_by",
    "papers",
)
#: in ``people.toml``
PEOPLE_CLASSES = (
    "honorifics",
    "particles",
    "given",
    "not_names",
    "modifiers",
    "company",
    "members",
    "attending",
    "onlookers",
    "feminine",
)
#: in ``language.toml``: what a word is that begins so
BEGINNINGS = (
    "passive",  # "dikirim"
    "acting",  # "mengunjungi"
    "with_article",  # "الوزير"
    "joined",  # "and" in one word: "والقاهرة"
    "by",  # "باجتماعات"
    "present",  # "يصل"
    "taking_part",  # "участвовал"
)
#: in ``language.toml``: what a word is that ends so
ENDINGS = (
    "gerund",  # "meeting"
    "regular_past",  # "visited"
    "adverb",  # "reportedly"
    "plural",  # "Russians"
    "alike",  # "Lebanese", "French": one and many
    "his",  # "kantornya"
    "with_object",  # "mengunjungi": a verb of whom it is done to
    "infinitive",  # "побеседовать"
    "past_tense",  # "прибыл"
    "there",  # "на встрече"
    "them",  # "استقبلهم"
)
