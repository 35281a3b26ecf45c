"""From text to spans: lines, sentences, and every word that a language's folder or the registry knows."""
