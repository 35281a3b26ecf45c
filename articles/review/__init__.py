"""Decisions of people where they touch mentions: ``actions`` decides and undoes, ``carry`` keeps what was
decided when an article is read again, ``adding`` writes a mention by hand, ``views`` shows the queue."""
