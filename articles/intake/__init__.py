"""From the bytes of a file to text and metadata; knows nothing of Django."""

from articles.intake.formats import read_file
from articles.intake.page import Page, UnreadableArticle
from articles.intake.sandbox import read_file_sandboxed

__all__ = ["Page", "UnreadableArticle", "read_file", "read_file_sandboxed"]
