"""Who and where: spans that stand together become parties and places."""
