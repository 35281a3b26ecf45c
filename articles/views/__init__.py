"""The pages of articles: the list, the upload, one article."""
